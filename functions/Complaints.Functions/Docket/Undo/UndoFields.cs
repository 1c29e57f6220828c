using Complaints.Domain.Docket;
using Complaints.Functions.Pages;
using NodaTime;

namespace Complaints.Functions.Docket.Undo;

/// <summary>The page that asks whether the last own step is really to be undone; where none can be, it says why.</summary>
internal static class UndoFields
{
    public static ShortForm Form(Words words, Dates dates, Instant now) => new("undo", (_, _) => [])
    {
        What = (complaint, caller) => Domain.Docket.Undo.Find(complaint, caller.Pseudonym, now).IsAllowed(out var last)
            ? words["undo.what", last.Seq, words.NameOf(last.What), dates.Of(last.RecordedAt + Domain.Docket.Undo.Within, ZoneOf(complaint))]
            : words["undo.closed"],
        Closed = (complaint, caller) => Domain.Docket.Undo.Find(complaint, caller.Pseudonym, now).Refusals is [var why, ..] ? why : null,
        Warns = true,
        IsOfVersion = true,
    };

    private static DateTimeZone ZoneOf(Complaint complaint) => complaint.Current?.Zone ?? complaint.Law.Rulebook.DefaultZone;
}
