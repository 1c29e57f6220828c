using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Domain.Rulebooks;
using Complaints.Functions.Http;
using Complaints.Storage.Drafts;
using NodaTime;

namespace Complaints.Functions.Docket.Record;

/// <summary>A draft as its pages see it: what was answered, and what is asked under the law of the election that was chosen.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Election">The election; null while none is chosen in which the caller may record.</param>
/// <param name="Law">Its law, or any while there is none.</param>
/// <param name="Questions">What is asked, in order.</param>
public sealed record Writing(Draft Draft, Election? Election, Rulebook Law, IReadOnlyList<Question> Questions)
{
    /// <summary>The page on which all answers are looked through and sent.</summary>
    public const string Check = "check";

    /// <summary>What was answered, as a form.</summary>
    internal FormBody Answers { get; } = FormBody.Kept(Draft.Content.Answers);

    /// <summary>The clock of the place.</summary>
    public string Zone => Answers.Of(Record.Questions.Zone) is { Length: > 0 } zone ? zone : Law.DefaultZone.Id;

    /// <summary>Where a page of this draft is found.</summary>
    public string AddressOf(string question) => $"/complaints/drafts/{Draft.Id}/{question}";

    /// <summary>The question of this name; null if it is not asked.</summary>
    public Question? Find(string id) => Questions.FirstOrDefault(each => each.Id == id);

    /// <summary>The first question that was neither answered nor passed over; the last page if there is none.</summary>
    public string Next => Questions.FirstOrDefault(each => !Draft.Content.Passed.Contains(each.Id) && (!each.IsAnsweredIn(Answers) || each.MissesIn(Answers)) && !HasDocuments(each))?.Id ?? Check;

    /// <summary>The question before this one; null of the first.</summary>
    public string? Before(string id) => id == Check ? Questions[^1].Id
        : Questions.TakeWhile(each => each.Id != id).LastOrDefault()?.Id;

    /// <summary>The question that asks a field; null if none does.</summary>
    public Question? Asking(string? field) => Questions.FirstOrDefault(each => each.Fields.Any(asked => asked.Name == field));

    /// <summary>What the law says that filings like this one should hold, of what a question is for; each rule once.</summary>
    public IReadOnlyList<FormRule> Rules(Question question) =>
    [
        .. Forums.SelectMany(forum => Law.FormFor(new Filing(
                forum, Answered("matter"), Answered("complainantType"), Answered("challengedActor"), Answered("challengedActKind"), Answered("subject"))))
            .DistinctBy(each => each.Id)
            .Where(each => each.Required.Intersect(question.Elements).Any()),
    ];

    /// <summary>Whether the law asks for what a question is for, and nothing was said to it.</summary>
    public bool IsMissed(Question question) => Election is not null && !question.IsAnsweredIn(Answers) && !HasDocuments(question) && Rules(question).Count > 0;

    /// <summary>The complaint that the answers make; every reason why they make none.</summary>
    internal Result<RecordComplaintRequest> Read(RecordComplaintValidator validator) => validator.Read(Answers, Zone);

    /// <summary>What has to be mended in the answers: what is not filled in, and moments that cannot be, whether or not the rest is there yet.</summary>
    internal IReadOnlyList<Refusal> ToMend(RecordComplaintValidator validator, Instant now) =>
    [
        .. Read(validator).Refusals,
        .. new Grievance
        {
            Election = "",
            Rulebook = Law.Version,
            Matter = "",
            OccurredAt = At("occurredAt"),
            PublishedAt = At("publishedAt"),
            KnownAt = At("knownAt"),
            DeterminedAt = At("determinedAt"),
            ClaimedAt = At("claimedAt"),
        }.CheckMoments(now),
    ];

    private IEnumerable<string> Forums => Law.CompetentForums(Answers.Of("challengedActor"), Answered("challengedActKind"), Answered("subject")) is { Count: > 0 } competent
        ? competent.Select(each => each.Forum.Id)
        : [""];

    /// <summary>A moment that was answered; null where it was not, or not so that it can be read.</summary>
    private Instant? At(string field) => Answers.MomentOf(field).In(Zones.Find(Zone) ?? DateTimeZone.Utc, field).IsAllowed(out var at) ? at : null;

    private string? Answered(string field) => Answers.Of(field) is { Length: > 0 } answer ? answer : null;

    private bool HasDocuments(Question question) => question.Id == Record.Questions.Documents && Draft.Content.Documents.Count > 0;
}
