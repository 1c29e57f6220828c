using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>
/// Works out what another law changes for one complaint. What would be otherwise under the same law as well, because a fact was heard of since
/// a verdict was frozen, or because a timer is due, is no difference of the law.
/// </summary>
internal static class Recomputing
{
    public static Recomputation Between(Complaint recorded, Complaint after, IReadOnlyList<LawDifference> differences, Instant now)
    {
        var before = recorded.TakeTimersSteps(now)?.Complaint ?? recorded;
        var (old, fresh) = (Facts.Competent(before.Law, before.Grievance), Facts.Competent(after.Law, after.Grievance));
        string[] oldForums = [.. old.Select(each => each.Id)];
        string[] freshForums = [.. fresh.Select(each => each.Id)];

        return new Recomputation
        {
            From = before.Law.Rulebook.Version,
            To = after.Law.Rulebook.Version,
            Clocks = [.. Clocks(before, after, differences)],
            Timers = [.. Timers(before, after)],
            Verdicts = [.. Verdicts(before, after)],
            Steps = [.. Steps(before, after, now)],
            Competent = oldForums.SequenceEqual(freshForums) ? null : new MovedCompetence(oldForums, freshForums),
        };
    }

    private static IEnumerable<MovedClock> Clocks(Complaint before, Complaint after, IReadOnlyList<LawDifference> differences)
    {
        var old = before.Clocks().ToDictionary(Key);
        var fresh = after.Clocks().ToDictionary(Key);

        return from key in old.Keys.Union(fresh.Keys)
               let one = old.GetValueOrDefault(key)?.Deadline
               let other = fresh.GetValueOrDefault(key)?.Deadline
               let ends = (Before: one is null ? null : ClockEnd.Of(one), After: other is null ? null : ClockEnd.Of(other))
               where ends.Before is null || ends.After is null || !ends.Before.IsSame(ends.After)
               select new MovedClock(
                   key.Kind, key.Proceeding, key.Forum, ends.Before, ends.After, Bearing.On(differences, key.Forum, before.Law, one, after.Law, other));
    }

    private static (ClockKind Kind, int? Proceeding, string Forum) Key(Clock each) => (each.Kind, each.Proceeding, each.Forum.Id);

    /// <summary>The timers' steps that stand in the record, else the moments of those to come.</summary>
    private static IEnumerable<MovedTimer> Timers(Complaint before, Complaint after)
    {
        var old = Moments(before);
        var fresh = Moments(after);

        return from key in old.Keys.Union(fresh.Keys)
               let one = Moment(old, key)
               let other = Moment(fresh, key)
               where one != other
               select new MovedTimer(key.Step, key.Proceeding, one, other);
    }

    private static Instant? Moment<TKey>(Dictionary<TKey, Instant> moments, TKey key)
        where TKey : notnull => moments.TryGetValue(key, out var at) ? at : null;

    /// <summary>By step and proceeding, and by how many of them came before: a proceeding that was returned can fall silent again.</summary>
    private static Dictionary<(ProceduralStep Step, int Proceeding, int Earlier), Instant> Moments(Complaint complaint)
    {
        var taken = Corrections.Apply(complaint.History).Live
            .Where(each => each.IsTimers)
            .Select(each => (((StepTaken)each.What).Step, Proceeding: each.Proceeding!.Value, each.At));
        var coming = complaint.Proceedings
            .Select(each => Docket.Timers.Next(complaint.Law, complaint.Grievance, each))
            .OfType<TimerMoment>()
            .Select(each => (each.Step, each.Proceeding, each.At));

        return taken.Concat(coming)
            .GroupBy(each => (each.Step, each.Proceeding))
            .SelectMany(same => same.OrderBy(each => each.At).Index())
            .ToDictionary(each => (each.Item.Step, each.Item.Proceeding, each.Index), each => each.Item.At);
    }

    private static IEnumerable<MovedVerdict> Verdicts(Complaint before, Complaint after)
    {
        var anew = Fold.Of(before.Law, before.History, isJudgedAnew: true);

        foreach (var (old, fresh) in before.Proceedings.Zip(after.Proceedings))
        {
            if (anew.Find(old.Number)!.Filing?.Timeliness != fresh.Filing?.Timeliness)
            {
                yield return new MovedVerdict(VerdictOn.Filing, old.Number, old.Filing?.Timeliness, fresh.Filing?.Timeliness);
            }

            if (old.Decision?.Timeliness != fresh.Decision?.Timeliness)
            {
                yield return new MovedVerdict(VerdictOn.Decision, old.Number, old.Decision?.Timeliness, fresh.Decision?.Timeliness);
            }
        }
    }

    private static IEnumerable<MovedStep> Steps(Complaint before, Complaint after, Instant now)
    {
        var old = before.PermittedSteps(now);
        var fresh = after.PermittedSteps(now);

        return old.Except(fresh).Select(each => new MovedStep(each.Step, each.Proceeding, IsOpen: false))
            .Concat(fresh.Except(old).Select(each => new MovedStep(each.Step, each.Proceeding, IsOpen: true)));
    }
}
