using Complaints.Domain.Deadlines;
using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using NodaTime;
using NodaTime.Text;

namespace Complaints.Domain.Tests.Statistics;

/// <summary>A complaint in the register with one proceeding, for tables of measures: against a decision of the central commission, before the highest court.</summary>
public sealed record AnEntry(string Forum = "SC")
{
    public Matter Matter { get; init; } = Matter.Complaint;

    public string? Act { get; init; } = "ACT-1";

    public string? Subject { get; init; } = "campaign.equal_conditions";

    public string? By { get; init; } = "voter";

    public string[] Competent { get; init; } = ["SC"];

    public string Received { get; init; } = "2021-01-04T10:00+06:00";

    public string? Decided { get; init; }

    public string? Outcome { get; init; }

    public string[] Grounds { get; init; } = [];

    public bool? Rectification { get; init; }

    public Timeliness? Timeliness { get; init; }

    public Stage Stage { get; init; } = Stage.Lodged;

    public int? Parent { get; init; }

    public bool IsTreatedAsApplication { get; init; }

    public AnEntry Dismissed(params string[] grounds) => Ended("dismissed_formal") with { Grounds = grounds };

    public AnEntry Ended(string outcome) => this with { Outcome = outcome, Stage = Stage.Decided, Decided = Decided ?? "2021-01-07T10:00+06:00" };

    public RegisterEntry Build(int number) => new()
    {
        Id = $"kz21p-{number}",
        Version = 1,
        Instance = Instance.SupremeCourt,
        Stage = Stage,
        Matter = Matter is Matter.Application ? "application" : "complaint",
        ComplainantType = By,
        ChallengedAct = Act,
        Competent = Competent,
        Subject = Subject,
        RecordedAt = SampleRegister.Now,
        Proceedings =
        [
            new RegisterProceeding
            {
                Number = 1,
                Parent = Parent,
                Matter = Matter,
                IsTreatedAsApplication = IsTreatedAsApplication,
                Forum = Forum,
                Zone = "Asia/Almaty",
                Stage = Stage,
                ReceivedAt = At(Received),
                Timeliness = Timeliness,
                Outcome = Outcome,
                Grounds = Grounds,
                DecidedAt = Decided is { } day ? At(day) : null,
                RectificationOffered = Rectification,
            },
        ],
    };

    private static Instant At(string text) =>
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<G>").Parse(text).Value.ToInstant();
}
