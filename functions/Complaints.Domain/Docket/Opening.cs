using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>The proceeding that a crossing step opens before another forum.</summary>
internal static class Opening
{
    public static Proceeding By(
        Law law, Grievance grievance, DocketEvent each, StepTaken taken, Proceeding? from, IReadOnlyDictionary<int, Proceeding> all)
    {
        var details = taken.Details;
        var forum = law.Rulebook.FindForum(details.Forum!)!;
        var before = taken.Step is ProceduralStep.Remit && from is not null ? Lineage.Before(all, from, forum) : null;
        var (actor, kind) = before is null ? Challenged(taken.Step, grievance, from) : (before.ChallengedActor, before.ChallengedActKind);

        return new Proceeding
        {
            Number = details.Opens!.Value,
            Parent = from?.Number,
            OpenedBy = taken.Step,
            Matter = taken.Step switch
            {
                ProceduralStep.Appeal => Matter.Appeal,
                ProceduralStep.EscalateSilence => Matter.Inaction,
                _ when before is not null => before.Matter,
                _ => Clocks.MatterOf(law, grievance, forum),
            },
            Forum = forum,
            Zone = ZoneOf(forum, details)!,
            ForumName = details.ForumName,
            Channel = details.Channel,
            By = details.By,
            ChallengedActor = actor,
            ChallengedActKind = kind,
            Stage = Routes.Opening(taken.Step, forum).Stage!.Value,
            BeforeSilence = Routes.Opening(taken.Step, forum).Stage!.Value,
            ReceivedAt = each.At,
            RecordedAt = each.RecordedAt,
            Filing = details.Filing,
        };
    }

    /// <summary>Nothing is filed against an act that has not happened yet. Where only its day is known, the whole day counts.</summary>
    public static IEnumerable<Refusal> BeforeAct(Grievance grievance, StepTaken taken, Instant at) =>
        taken.Step.Crosses() && at < grievance.OccurredAt - (grievance.OccurredOnDayOnly ? Duration.FromHours(12) : Duration.Zero)
            ? [new Refusal("step.before-act", "That is before the challenged act took place.", Field: "at")]
            : [];

    /// <summary>Whether the filing that opened a proceeding was in time.</summary>
    public static FilingVerdict? Judge(Law law, Grievance grievance, ProceduralStep step, Proceeding opened, Proceeding? from)
    {
        var deadline = step switch
        {
            ProceduralStep.Appeal => Clocks.ToAppeal(law, grievance, from!, opened.Forum, opened.Zone),
            ProceduralStep.EscalateSilence => Clocks.ToChallengeSilence(law, grievance, from!, opened.Forum, opened.Zone),
            ProceduralStep.Forward or ProceduralStep.Remit => null,
            _ => Clocks.ToFile(law, grievance, opened.Forum, opened.Zone),
        };

        return deadline is null ? null : FilingVerdict.Of(deadline, opened.ReceivedAt);
    }

    /// <summary>The zone of the forum: its own, or for one that sits at the place the one that was named.</summary>
    public static DateTimeZone? ZoneOf(Forum forum, StepDetails details) =>
        ZoneOf(forum, details.ForumZone);

    /// <summary>The zone of the forum: its own, or for one that sits at the place this one.</summary>
    public static DateTimeZone? ZoneOf(Forum forum, string? placeZone) => forum.Zone.Fixed ?? Zones.Find(placeZone ?? "");

    private static (string? Actor, string? Kind) Challenged(ProceduralStep step, Grievance grievance, Proceeding? from) => step switch
    {
        ProceduralStep.Appeal => (from!.Forum.Id, "decision"),
        ProceduralStep.EscalateSilence => (from!.Forum.Id, "inaction"),
        _ => (grievance.ChallengedActor, grievance.ChallengedActKind),
    };
}
