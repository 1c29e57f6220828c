using System.Security.Cryptography;
using System.Text;
using Complaints.Domain.Docket;
using NodaTime;

namespace Complaints.Domain.Alerts;

/// <summary>What a wake-up found.</summary>
/// <param name="Change">The timers' steps that were due; null if none.</param>
/// <param name="Alerts">The notices owed since the last wake-up, in order.</param>
/// <param name="Next">The next instant at which anything is owed; null if never.</param>
public sealed record WakeUp(Change? Change, IReadOnlyList<Alert> Alerts, Instant? Next);

/// <summary>What is owed to whom at an instant. A pure function of the complaint: asking twice changes nothing.</summary>
public static class Watch
{
    /// <summary>How long before the earliest reading a party is reminded.</summary>
    public static readonly IReadOnlyList<Duration> Reminders = [Duration.FromDays(3), Duration.FromDays(1)];

    /// <summary>Takes the timers' steps that are due and collects the notices owed.</summary>
    /// <param name="complaint">The complaint as it lies in the record.</param>
    /// <param name="since">The instant of the wake-up, before which everything has been seen to.</param>
    /// <param name="now">The hour of asking.</param>
    public static WakeUp At(Complaint complaint, Instant since, Instant now)
    {
        var change = complaint.TakeTimersSteps(now);
        var after = change?.Complaint ?? complaint;
        var owed = Owed(complaint).Concat(Owed(after))
            .Where(each => each.Moment >= since && each.Moment <= now)
            .DistinctBy(each => each.Id)
            .OrderBy(each => each.Moment)
            .ToArray();
        return new WakeUp(change, owed, Next(after, now));
    }

    /// <summary>
    /// What a change of law brings: its change, the notices it makes owed at once, and the next wake-up. Of several reminders whose moment has
    /// passed under the new law while the time has not, the last one is enough.
    /// </summary>
    /// <param name="before">The complaint as it lies in the record.</param>
    /// <param name="change">The change of law.</param>
    /// <param name="dueAt">The wake-up the record has; one that is due stays due, and the notices since then are left to it.</param>
    /// <param name="now">The hour of recording.</param>
    public static WakeUp AfterRepin(Complaint before, Change change, Instant? dueAt, Instant now)
    {
        var known = Owed(before).Select(each => each.Id).ToHashSet(StringComparer.Ordinal);
        var owed = Owed(change.Complaint)
            .Where(each => each.Moment <= now && !(dueAt <= each.Moment) && !known.Contains(each.Id))
            .Where(each => each.Kind is AlertKind.DecisionOverdue || each.DueExclusive > now)
            .GroupBy(each => (each.Kind, each.Proceeding, each.Forum))
            .Select(same => same.MaxBy(each => each.Moment)!)
            .OrderBy(each => each.Moment)
            .ToArray();
        return new WakeUp(change, owed, dueAt <= now ? dueAt : Next(change.Complaint, now));
    }

    /// <summary>The next instant after this one at which anything is owed. A timer's step that is due already counts as well.</summary>
    public static Instant? Next(Complaint complaint, Instant after)
    {
        var next = complaint.NextTimersStep()?.At;

        foreach (var alert in Owed(complaint))
        {
            if (alert.Moment > after && (next is not { } least || alert.Moment < least))
            {
                next = alert.Moment;
            }
        }

        return next;
    }

    /// <summary>Whether a notice that was written is still true.</summary>
    public static bool IsStillOwed(Complaint complaint, Alert alert) => Owed(complaint).Any(each => each.Id == alert.Id);

    /// <summary>
    /// The notices that are written already if the record is whole: of moments that lay ahead when a person last changed the complaint, and that the clock has
    /// passed and the wake-up with it.
    /// </summary>
    public static IReadOnlyList<Alert> Written(Complaint complaint, Instant? wakeUpAt, Instant now)
    {
        var known = complaint.History.Last(each => !each.IsTimers).RecordedAt;
        return [.. Owed(complaint).Where(each => each.Moment > known && each.Moment <= now && !(wakeUpAt <= each.Moment))];
    }

    /// <summary>The notice of this id that the present state gives rise to; null if it gives none.</summary>
    public static Alert? Find(Complaint complaint, string id) => Owed(complaint).FirstOrDefault(each => each.Id == id);

    /// <summary>Whether a notice is what its id was made from.</summary>
    public static bool IsGenuine(Alert alert) => alert.Id == IdOf(alert.Complaint, alert.Kind, alert.Proceeding, alert.Forum, alert.Limit, alert.Moment);

    /// <summary>
    /// Every notice the present state gives rise to. None is owed for a moment before its fact was recorded, nor about a complaint that is no longer followed.
    /// </summary>
    private static IEnumerable<Alert> Owed(Complaint complaint) => !complaint.IsFollowed ? [] :
        BeforeFiling(complaint).Concat(Overdue(complaint)).Where(each => each.Since < each.Alert.Moment).Select(each => each.Alert);

    private static IEnumerable<(Instant Since, Alert Alert)> BeforeFiling(Complaint complaint) =>
        from clock in complaint.Clocks(Instant.MaxValue)
        where clock is { Kind: ClockKind.File or ClockKind.Appeal or ClockKind.Silence, IsOurs: true }
        let earliest = clock.Deadline.Earliest
        where earliest is not null
        from ahead in Reminders
        where !(earliest - ahead < clock.ArguedFrom)
        select (clock.Since, Make(complaint, AlertKind.FilingDueSoon, clock.Proceeding, clock.Forum.Id, clock.Deadline.Limit, earliest.Value - ahead, earliest.Value));

    private static IEnumerable<(Instant Since, Alert Alert)> Overdue(Complaint complaint) =>
        from clock in complaint.Clocks()
        where clock.Kind is ClockKind.Decide
        let passed = complaint.LimitPassedAt(clock.Proceeding!.Value)
        where passed is not null
        select (clock.Since, Make(complaint, AlertKind.DecisionOverdue, clock.Proceeding, clock.Forum.Id, clock.Deadline.Limit, passed.Value, passed.Value));

    private static Alert Make(Complaint complaint, AlertKind kind, int? proceeding, string forum, string limit, Instant moment, Instant due) =>
        new(IdOf(complaint.Id, kind, proceeding, forum, limit, moment), complaint.Id, kind, proceeding, forum, limit, moment, due);

    private static string IdOf(string complaint, AlertKind kind, int? proceeding, string forum, string limit, Instant moment)
    {
        var name = $"{complaint}|{kind}|{proceeding}|{forum}|{limit}|{RecordJson.Text(moment)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 12));
    }
}
