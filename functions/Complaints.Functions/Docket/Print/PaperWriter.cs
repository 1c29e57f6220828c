using Complaints.Domain;
using Complaints.Domain.Admissibility;
using Complaints.Domain.Docket;
using Complaints.Domain.Rulebooks;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using NodaTime;

namespace Complaints.Functions.Docket.Print;

/// <summary>Writes the complaint as a document for a forum: complete in form, with blanks where something is not known.</summary>
internal sealed class PaperWriter(Words words, Dates dates)
{
    /// <param name="opened">The complaint and what was opened of it.</param>
    /// <param name="forumId">The forum it is addressed to; null or unknown leaves a blank.</param>
    /// <param name="language">The language of the document, whatever that of the page is.</param>
    /// <param name="now">The hour of writing.</param>
    public Paper Write(Opened opened, string? forumId, Language language, Instant now)
    {
        var complaint = opened.Complaint;
        var forum = complaint.Law.Rulebook.FindForum(forumId ?? "");
        var gaps = GapsOf(opened, forum);
        return Languages.Speaking(language, () => new Paper
        {
            Complaint = complaint,
            Read = opened.Read,
            Tag = Languages.TagOf(language),
            Title = complaint.Grievance.IsApplication ? words["paper.application"]
                : Challenged(complaint, forum) is { } lower ? words["paper.appeal", NameOf(lower), DayOf(lower)]
                : words["paper.complaint"],
            Head = Head(opened, forum),
            Parts = Parts(opened, forum, now),
            Foot = [new(words["paper.date"], Paper.Blank), new(words["paper.signature"], Paper.Blank)],
            Gaps = gaps,
        });
    }

    private PaperLine[] Head(Opened opened, Forum? forum)
    {
        var complaint = opened.Complaint;
        var name = complaint.Proceedings.LastOrDefault(each => each.Forum == forum)?.ForumName;
        return
        [
            new(words["paper.to"], forum is null ? Paper.Blank : name ?? forum.Name.In(Words.Language)),
            new(words["paper.from"], opened.One("name") ?? Paper.Blank),
            new(words["paper.contact"], opened.One("contact") ?? Paper.Blank),
            new(words["paper.standing"], Known("ComplainantType", complaint.Grievance.ComplainantType)),
            new(words["paper.against"], Challenged(complaint, forum) is { } lower ? NameOf(lower) : complaint.Law.Rulebook.FindForum(complaint.Grievance.ChallengedActor ?? "")?.Name.In(Words.Language) ?? Known("ChallengedActor", complaint.Grievance.ChallengedActor)),
        ];
    }

    private PaperPart[] Parts(Opened opened, Forum? forum, Instant now)
    {
        var complaint = opened.Complaint;
        string[] annexes = [.. complaint.Documents.Select(each => words["paper.annex", opened.Texts.GetValueOrDefault(each.VaultItem) ?? words["identity.document", each.Number]])];
        return
        [
            new(words["paper.act"], Act(complaint)),
            new(words["paper.facts"], [opened.One("narrative") ?? Paper.Blank]),
            Law(complaint, forum, now),
            new(words["paper.request"], [Known("RemedySought", complaint.Grievance.RemedySought)]),
            new(words["paper.annexes"], annexes.Length > 0 ? annexes : [Paper.Blank], IsList: true),
            new(words["paper.language"], [words["paper.language.is"]]),
        ];
    }

    private string[] Act(Complaint complaint)
    {
        var it = complaint.Grievance;
        var zone = Zones.Find(it.PlaceZone ?? "") ?? complaint.Law.Rulebook.DefaultZone;
        var when = it.OccurredAt is not { } at ? Paper.Blank : it.OccurredOnDayOnly ? dates.Of(at.InZone(zone).Date) : dates.Of(at, zone);
        return
        [
            $"{words.Label("challengedActKind")}: {Known("ChallengedActKind", it.ChallengedActKind)}{(it.ChallengedAct is { } act ? $" ({act})" : null)}",
            $"{words.Label("subject")}: {Known("Subject", it.Subject)}",
            $"{words.Label("occurredAt")}: {when}",
            $"{words.Label("region")}: {Known("Region", it.Region)}{(it.Precinct is { } precinct ? $", {words.Label("precinct")} {precinct}" : null)}",
            .. complaint.Proceedings.Where(each => each.Decision is not null).Select(Decided),
        ];
    }

    /// <summary>The decision that is challenged when it goes to another forum than the one that took it; null while nobody has decided.</summary>
    private static Proceeding? Challenged(Complaint complaint, Forum? forum) =>
        complaint.Proceedings.LastOrDefault(each => each.Decision is not null) is { } decided && forum is not null && decided.Forum != forum ? decided : null;

    private static string NameOf(Proceeding each) => each.ForumName ?? each.Forum.Name.In(Words.Language);

    private string DayOf(Proceeding each) => dates.Of(each.Decision!.At.InZone(each.Zone).Date);

    private string Decided(Proceeding each) =>
        words["paper.decided", NameOf(each), DayOf(each), each.RegistrationNumber ?? Paper.Blank, words.Of("Outcome", each.Decision!.Outcome)];

    /// <summary>The law and the time limit the tracker knows; what provisions the party relies on is for the party to say.</summary>
    private PaperPart Law(Complaint complaint, Forum? forum, Instant now)
    {
        var clock = complaint.Clocks(now).FirstOrDefault(each => each is { Kind: ClockKind.File or ClockKind.Appeal or ClockKind.Silence, IsOurs: true } && each.Forum == forum);
        var citation = clock?.Deadline.Selected.Footing.Citation;
        string[] says =
        [
            words["paper.provisions", Paper.Blank],
            .. clock is { Deadline: { Earliest: { } earliest } deadline }
                ? [words["paper.limit", deadline.Selected.Name.In(Words.Language), citation?.In(Words.Language) ?? Paper.Blank, dates.LastBefore(earliest, deadline.Zone)]]
                : Array.Empty<string>(),
        ];
        return new(words["paper.law"], says) { InEnglish = citation?.IsIn(Words.Language) is false ? citation.English : null };
    }

    private string Known(string list, string? code) => code is null ? Paper.Blank : words.Of(list, code);

    private static PaperGap[] GapsOf(Opened opened, Forum? forum)
    {
        var it = opened.Complaint.Grievance;
        var filing = new Filing(forum?.Id ?? "", it.Matter, it.ComplainantType, it.ChallengedActor, it.ChallengedActKind, it.Subject);
        var rules = opened.Complaint.Law.Rulebook.FormFor(filing);
        string[] required = [.. rules.SelectMany(rule => rule.Required).Distinct()];
        return
        [
            .. required.Concat(rules.SelectMany(rule => rule.Recommended)).Distinct().Except(Has(opened, forum)).Select(each => new PaperGap(
                FormElements.NameOf(each).In(Words.Language),
                required.Contains(each),
                rules.FirstOrDefault(rule => rule.Required.Contains(each))?.Footing.Citation)),
        ];
    }

    /// <summary>The elements that the document has without anybody's hand.</summary>
    private static IEnumerable<string> Has(Opened opened, Forum? forum)
    {
        var it = opened.Complaint.Grievance;
        return new (string Element, bool IsThere)[]
        {
            ("forum_named", forum is not null),
            ("complainant_named", opened.One("name") is not null),
            ("address_or_contact", opened.One("contact") is not null),
            ("facts", opened.One("narrative") is not null),
            ("date_and_place", it is { OccurredAt: not null, Region: not null }),
            ("challenged_act", it is { ChallengedActor: not null, ChallengedActKind: not null }),
            ("remedy_sought", it.RemedySought is not null),
            ("evidence_listed", opened.Complaint.Documents.Count > 0),
        }.Where(each => each.IsThere).Select(each => each.Element);
    }
}
