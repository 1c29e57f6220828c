using System.Text.Json;
using Complaints.Domain.Docket;

namespace Complaints.Functions.Tests.Faults;

// What one writes into the record of a complaint.
internal sealed partial class Volunteer
{
    private async Task RecordAsync()
    {
        var mark = Mark();
        var texts = new[] { "narrative", "name", "contact" }.ToDictionary(item => item, item => $"{item} of {mark}");
        var answer = await PostAsync("api/complaints", mark, JsonSerializer.Serialize(new
        {
            election = ledger.Election.Id,
            matter = "complaint",
            complainantType = "citizen_observer_group",
            challengedActor = "PEC",
            challengedActKind = "action",
            subject = "observer_rights.removal",
            occurredAt = "2020-12-10T10:00:00+06:00",
            placeZone = "Asia/Almaty",
            precinct = mark,
            narrative = texts["narrative"],
            identity = new { name = texts["name"], contact = texts["contact"] },
        }));
        Assert.Equal(201, answer.Status);
        var id = Keep(mark, answer.Body);
        own.Add(new Known(id));

        foreach (var (item, text) in texts)
        {
            ledger.Texts[(id, item)] = text;
        }
    }

    /// <summary>The next step of a complaint of one's own: lodged, registered, decided, appealed.</summary>
    private async Task StepAsync()
    {
        if (own.FindLast(each => each.Stage is >= 0 and < 4) is not { } next)
        {
            await RecordAsync();
            return;
        }

        var mark = Mark();
        var answer = await PostAsync($"api/complaints/{next.Id}/steps", mark, next.Stage switch
        {
            0 => Json(new { step = "Lodge", at = "2020-12-14T10:00:00+06:00", forum = "TEC", forumZone = "Asia/Almaty", forumName = mark }),
            1 => Json(new { step = "Register", at = "2020-12-15T10:00:00+06:00", registrationNumber = mark }),
            2 => Json(new { step = "Decide", at = "2020-12-17T16:00:00+06:00", outcome = "dismissed_merits", wording = mark }),
            _ => Json(new { step = "Appeal", at = "2020-12-18T15:00:00+06:00", by = "complainant", forum = "CEC", forumName = mark }),
        });
        Assert.True(answer.Status == 200, Said(answer));
        Keep(mark, answer.Body);
        next.Stage++;
    }

    private async Task NoteAsync(bool own)
    {
        var (id, mark) = (own ? Mine().Id : this.own[0].Id, Mark());
        var answer = await PostAsync($"api/complaints/{id}/facts", mark, Json(new { fact = "publication", at = "2020-12-15T10:00:00+06:00", source = mark }));

        if (IsRefused(answer, mark, id))
        {
            return;
        }

        Assert.True(answer.Status == 200, Said(answer));
        Keep(mark, answer.Body);
    }

    /// <summary>A fact with a note that only the vault keeps, told at times to one's own complaint and at times to everybody's.</summary>
    private async Task TellAsync()
    {
        var (id, isPressure) = (Mine().Id, random.Next(3) == 0);
        var mark = isPressure ? MarkedHour() : Mark();
        var answer = await PostAsync($"api/complaints/{id}/facts", mark, isPressure
            ? Json(new { fact = "retaliation", at = mark, note = Reckoning.NoteOf(mark) })
            : Json(new { fact = "hearing", at = "2020-12-15T10:00:00+06:00", source = mark, note = Reckoning.NoteOf(mark) }));

        if (IsRefused(answer, mark, id))
        {
            return;
        }

        Assert.True(answer.Status == 200, Said(answer));
        Keep(mark, answer.Body);
    }

    private async Task ConsentAsync()
    {
        var complaint = await OnlyMineAsync();
        var (purpose, given) = random.Next(3) switch { 0 => ("tracking", true), 1 => ("publishing", true), _ => ("sharing_with_counsel", random.Next(3) > 0) };
        var mark = MarkedHour();
        var answer = await PostAsync($"api/complaints/{complaint.Id}/consent", mark, Json(new { purpose, given, at = mark, way = "in_writing" }));
        Assert.True(answer.Status == 200, Said(answer));
        Keep(mark, answer.Body);
        complaint.CounselMaySee = purpose == "sharing_with_counsel" ? given : complaint.CounselMaySee;
    }

    private async Task HoldAsync()
    {
        var complaint = await OnlyMineAsync();
        var set = !complaint.IsHeld;
        var answer = await PostAsync($"api/complaints/{complaint.Id}/hold", Mark(), Json(new { set, reason = set ? "court_order" : "case_over" }));
        Assert.True(answer.Status == 200, Said(answer));
        Assert.Equal(set, Read(answer.Body).GetProperty("held").GetBoolean());
        Keep(Ledger.MarkOf(complaint.Id, Read(answer.Body).GetProperty("version").GetInt32(), set ? nameof(HoldSet) : nameof(HoldLifted)), answer.Body);
        complaint.IsHeld = set;
    }

    /// <summary>Erases a complaint of one's own without an open proceeding; what is held is refused and stays as it is.</summary>
    private async Task EraseAsync()
    {
        var complaint = await OnlyMineAsync(each => each.Stage is 0 or 3);
        var answer = await PostAsync($"api/complaints/{complaint.Id}/erase", Mark(), Json(new { reason = "party_request" }));

        if (complaint.IsHeld)
        {
            Assert.True(Said(answer).Contains("erasure.legal-hold", StringComparison.Ordinal), Said(answer));
            return;
        }

        Assert.True(answer.Status == 200, Said(answer));
        Keep(Ledger.MarkOf(complaint.Id, Read(answer.Body).GetProperty("version").GetInt32(), nameof(Erased)), answer.Body);
        ledger.Erase(complaint.Id);
        own.Remove(complaint);
        var opened = await PostAsync($"api/complaints/{complaint.Id}/identity", null, Json(new { purpose = "verify_record" }));
        Assert.True(opened.Status == 410, Said(opened));
    }

    private bool IsRefused(Answered answer, string mark, string id)
    {
        if (answer.Status != 409)
        {
            return false;
        }

        Assert.Contains("record.changed-meanwhile", Said(answer), StringComparison.Ordinal);
        ledger.Refused[mark] = id;
        return true;
    }
}
