using System.Text;
using System.Text.RegularExpressions;
using Complaints.Domain.Docket;
using NodaTime;
using NodaTime.Text;

namespace Complaints.Functions.Docket.Bundle;

/// <summary>
/// What happened, to be read without a program: the day, the step, the forum, in English. Nothing that a person typed is in it, so nobody is named.
/// </summary>
internal static partial class Timeline
{
    public static string Of(Complaint complaint)
    {
        var text = new StringBuilder()
            .Append("Complaint ").Append(complaint.Reference).Append(", election ").Append(complaint.Law.Election.Id)
            .Append(", judged under ").Append(complaint.Law.Rulebook.Version).Append('\n')
            .Append(complaint.Law.Election.IsTraining ? "This is practice: the election is there to be trained on, and nobody complained.\n" : "")
            .Append("In the order in which things happened; each day is that of the forum. It is told here, it is proved by events.jsonl.\n\n");

        if (complaint.Documents.Where(Recordings.Has).Select(each => each.Number).ToArray() is { Length: > 0 } recordings)
        {
            text.Append("Documents that are recordings: ").AppendJoin(", ", recordings).Append(". ").Append(Recordings.Limit).Append("\n\n");
        }

        var undone = Undone(complaint);

        foreach (var each in complaint.History.OrderBy(each => each.At).ThenBy(each => each.Seq))
        {
            text.Append(Line(complaint, each)).Append(undone.GetValueOrDefault(each.Seq)).Append('\n');
        }

        return text.ToString();
    }

    private static string Line(Complaint complaint, DocketEvent each)
    {
        var proceeding = complaint.Proceedings.FirstOrDefault(one => one.Number == (OpenedBy(each) ?? each.Proceeding));
        var zone = proceeding?.Zone ?? complaint.Law.Rulebook.DefaultZone;
        var at = proceeding is null ? "" : FormattableString.Invariant($", proceeding {proceeding.Number}: {proceeding.Forum.Name.English}");
        return FormattableString.Invariant($"{Day(each.At, zone)}  {each.Seq,3}  {What(each.What)}{at}");
    }

    private static int? OpenedBy(DocketEvent each) => each.What is StepTaken taken ? taken.Details.Opens : null;

    private static string Day(Instant at, DateTimeZone zone) => LocalDatePattern.Iso.Format(at.InZone(zone).Date);

    private static string What(Happening what) => what switch
    {
        StepTaken { Details.Outcome: { } outcome } => $"{Plain(what.Kind)} ({Plain(outcome)})",
        StepTaken { Details: { Event: { } never, DidNotHappen: true } } => FormattableString.Invariant($"Correct: event {never} did not happen"),
        StepTaken { Details.Event: { } mended } => FormattableString.Invariant($"Correct: event {mended}"),
        Retracted back => FormattableString.Invariant($"Take back event {back.Event}"),
        Repinned pin => $"Judge under {pin.To} in place of {pin.From}",
        DocumentAdded document => FormattableString.Invariant($"Add document {document.Number}"),
        DocumentScanned scanned => FormattableString.Invariant($"Scan document {scanned.Document} for viruses: {scanned.Scan}"),
        ConsentGiven given => $"{Plain(what.Kind)} ({Plain(given.Purpose)})",
        ConsentWithdrawn withdrawn => $"{Plain(what.Kind)} ({Plain(withdrawn.Purpose)})",
        Recorded => "Record the complaint",
        FactNoted { Fact: FactKind.Retaliation } => "A fact was noted",
        _ => Plain(what.Kind),
    };

    /// <summary>What no longer holds, by number, with the event that says so.</summary>
    private static Dictionary<int, string> Undone(Complaint complaint)
    {
        var struck = complaint.Struck.Select(each => (each.Key, FormattableString.Invariant($" [struck out by event {each.Value}]")));
        var taken = from each in complaint.History
                    where each.What is Retracted
                    select (((Retracted)each.What).Event, FormattableString.Invariant($" [taken back by event {each.Seq}]"));
        return struck.Concat(taken).DistinctBy(each => each.Item1).ToDictionary(each => each.Item1, each => each.Item2);
    }

    /// <summary>A code in words: <c>EscalateSilence</c> as Escalate silence, <c>dismissed_formal</c> as dismissed formal.</summary>
    private static string Plain(string code) =>
        Inner().Replace(code, letter => $" {letter.Value.ToLowerInvariant()}").Replace('_', ' ');

    [GeneratedRegex("(?<=[a-z])[A-Z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Inner();
}
