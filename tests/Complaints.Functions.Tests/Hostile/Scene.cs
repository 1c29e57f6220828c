using System.Net.Http;
using System.Text.Json;
using Complaints.Domain.Docket;
using Complaints.Functions.Tests.Docket;
using Complaints.Functions.Tests.Pages;
using Complaints.Functions.Tests.Receipts;
using Complaints.Functions.Tests.Rulebooks;
using Complaints.Functions.Tests.Verifier;

namespace Complaints.Functions.Tests.Hostile;

/// <summary>
/// What there is to be attacked: an election with a complaint whose people must never be named, with its receipt, and a page whose form may be sent; and beside it a
/// complaint that may be erased, with its code, and three drafts: one that stays, one that may go, and one that may be sent.
/// </summary>
internal sealed record Scene(Election Election, Election OfOthers, string Complaint, string Receipt, string Spare, string Code, string Draft, string SpareDraft, string SentDraft, string Cookie, string Token)
{
    public static async Task<Scene> SetAsync(Tracker tracker)
    {
        var election = await tracker.AnElectionAsync();
        var complaint = await ACase.DecidedAsync(tracker, election);
        using var browser = new Browser(tracker);
        var page = await browser.OpenAsync("/complaints/new");
        var (draft, spareDraft, sentDraft) = (await BegunAsync(browser, election), await BegunAsync(browser, election), await BegunAsync(browser, election));
        var cookie = browser.Cookies.GetCookieHeader(tracker.Http.BaseAddress!);
        var receipt = await AReceipt.OfAsync(tracker, complaint);
        var spare = await AComplaint.RecordedAsync(tracker, election);
        var code = await AFollower.CodeAsync(tracker, spare);
        return new Scene(election, await tracker.AnElectionAsync(), complaint.Id, receipt.Text, spare.Id, code, draft, spareDraft, sentDraft, cookie, page.Holds("_token"));
    }

    /// <summary>The complaint that a door is tried on.</summary>
    public string ComplaintFor(string door) => door is "Erase" or "SendErase" ? Spare : Complaint;

    /// <summary>The draft that a door is tried on.</summary>
    public string DraftFor(string door) => door is "DeleteDraft" ? SpareDraft : door is "SendDraft" ? SentDraft : Draft;

    /// <summary>What the address of a door asks for.</summary>
    public string QueryOf(string door) => door switch
    {
        "ListComplaints" or "ShowRegister" or "ShowBoard" or "ShowClusters" => $"?election={Election.Id}",
        "ShowTogether" => $"?election={Election.Id}&act=KZ-1&step=Decide&pick={Complaint}",
        "WhatIf" or "SendLaw" or "ShowLaw" => "?rulebook=KZ-2020@1",
        "ReadDocument" or "SaveDocument" => "?purpose=verify_record",
        "ShowVerdict" or "ReadLastMoment" => AWay.Address("", [.. AWay.OfTheResolution(Election), ("forum", "SC")]),
        "FindByReference" => $"?reference={Complaint}",
        _ => "",
    };

    /// <summary>What a door takes, filled in as it should be; of a door that is not known here, next to nothing.</summary>
    public (string Type, string Body) BodyOf(string door) => door switch
    {
        "RecordComplaint" => ("application/json", JsonSerializer.Serialize(AComplaint.Body(Election))),
        "TakeStep" => ("application/json", """{"step":"Appeal","at":"2020-12-21T15:00:00+06:00","by":"complainant","forum":"CEC","forumName":"CEC","channel":"counter","proceeding":1}"""),
        "NoteFact" => ("application/json", """{"fact":"publication","at":"2020-12-15T10:00:00+06:00","source":"a paper","knownVia":"own_observation","proceeding":1,"url":"https://example.org/","note":"told to us"}"""),
        "CountDeadline" => ("application/json", """{"rulebook":"KZ-2020","forum":"TEC","forumZone":"Asia/Almaty","countedFrom":"2020-12-14T10:00:00+06:00","kind":"decision","electionDay":"2021-01-10","placeZone":"Asia/Almaty","at":"2020-12-18T10:00:00+06:00"}"""),
        "CheckAdmissibility" => ("application/json", """{"rulebook":"KZ-2020","electionDay":"2021-01-10","forum":"TEC","forumZone":"Asia/Almaty","placeZone":"Asia/Almaty","complainantType":"citizen_observer_group","challengedActor":"PEC","challengedActKind":"action","subject":"observer_rights.removal","matter":"complaint","countedFrom":"2020-12-10T10:00:00+06:00","at":"2020-12-12T10:00:00+06:00","has":["signature"]}"""),
        "SetClock" => ("application/json", """{"now":"2026-01-05T09:00:00+06:00"}"""),
        "OpenElection" => ("application/json", """{"id":"attacked","code":"ATTK","name":"Attacked","rulebook":"KZ-2020","electionDay":"2021-01-10"}"""),
        "ReportFigure" => ("application/json", """{"measure":"M01","filter":"forum=SC","value":44,"approximate":true,"source":"a statement","asOf":"2021-01-08"}"""),
        "Recompute" => ("application/json", """{"rulebook":"KZ-2020@1","apply":false}"""),
        "NameMember" => ("application/json", """{"roles":["observer"],"readsRetaliation":true}"""),
        "HearConsent" => ("application/json", """{"purpose":"sharing_with_counsel","given":true,"at":"2020-12-15T10:00:00+06:00","way":"orally"}"""),
        "OpenIdentity" => ("application/json", """{"purpose":"verify_record","items":["name","notes","retaliation"]}"""),
        "SetHold" => ("application/json", """{"set":true,"reason":"court_order"}"""),
        "HandOver" => ("application/json", """{"to":"somebody","why":"workload"}"""),
        "LinkSame" => ("application/json", JsonSerializer.Serialize(new { other = Spare, linked = true, why = "recorded_twice" })),
        "Erase" => ("application/json", """{"reason":"safety"}"""),
        "Follow" => ("application/json", JsonSerializer.Serialize(new { reference = Spare, code = Code })),
        "VerifyReceipt" => ("application/json", Receipt),
        "Lock" => ("application/json", """{"locked":true}"""),
        "PublishRulebook" => ("application/json", """{"schemaVersion":1,"id":"AT-1","version":1,"basedOn":"KZ-2020@1","changes":{"calendar":{"basedOn":"KZ@1","id":"AT","version":1}}}"""),
        "ImportRegister" => ("text/csv", ARegister.Of(ARegister.Row("hostile-1"))),
        "AddDocument" => ("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\nsome text\r\n--b--\r\n"),
        "SendUpload" => ("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\n" + Token + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\nsome text\r\n--b--\r\n"),
        "SendPublish" => ("multipart/form-data; boundary=b", Upload("""{"schemaVersion":1,"id":"AT-2","version":1,"basedOn":"KZ-2020@1","changes":{}}""")),
        "SendImport" => ("multipart/form-data; boundary=b", Upload(ARegister.Of(ARegister.Row("hostile-2")))),
        "TakeOffline" => ("application/x-www-form-urlencoded", "narrative=The+chair+asked+the+observer+to+leave+the+room."),
        "AddDraftDocument" => ("multipart/form-data; boundary=b", $"--b\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\n{Token}\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\nsome text\r\n--b--\r\n"),
        _ when FieldsOf(door) is { } fields => ("application/x-www-form-urlencoded", Form(fields)),
        _ => ("application/json", """{"at":"2020-12-15T10:00:00+06:00","value":1,"text":"a"}"""),
    };

    /// <summary>What the form of a page takes; null of a door that takes none.</summary>
    private (string Name, string Value)[]? FieldsOf(string door) => door switch
    {
        "BeginDraft" => AForm.OfAComplaint(Election),
        "SendQuestion" => [("narrative", "The chair asked the observer to leave the room.")],
        "SendDraft" or "DeleteDraft" => [],
        "RemoveDraftDocument" => [("_document", "1")],
        "SendStep" => [("by", "complainant"), ("forum", "CEC"), ("_zone", "Asia/Almaty"), .. AForm.Moment("at", 21, 12, 2020, "9:00")],
        "SendConsent" => [("purpose", "sharing_with_counsel"), ("given", "true"), ("way", "orally"), .. AForm.Moment("at", 21, 12, 2020, "9:00")],
        "SendIdentity" => [("purpose", "verify_record"), ("items", "narrative")],
        "SendTogether" =>
        [
            ("_election", Election.Id), ("_act", "KZ-1"), ("_step", "Decide"), ("_pick", Complaint), ("outcome", "dismissed_merits"), ("_zone", "Asia/Almaty"), .. AForm.Moment("at", 21, 12, 2020, "9:00"),
        ],
        "SendKeeper" => [("to", "somebody"), ("why", "workload")],
        "SendSame" => [("other", Spare), ("linked", "true"), ("why", "recorded_twice")],
        "SendErase" => [("reason", "safety")],
        "SendFact" => [("url", "https://example.org/"), ("source", "a paper"), ("knownVia", "media"), ("note", "told to us"), ("_zone", "Asia/Almaty"), .. AForm.Moment("at", 21, 12, 2020, "9:00")],
        "SendCorrection" => [("new.occurredAt.day", "9"), ("new.occurredAt.month", "12"), ("new.occurredAt.year", "2020"), ("new.occurredAt.time", "9:00"), ("_zone", "Asia/Almaty"), ("reason", "heard wrongly")],
        "SendHold" => [("reason", "court_order")],
        "SendPaper" => [("purpose", "verify_record"), ("language", "ru"), ("forum", "TEC")],
        "SendUndo" => [],
        "SendCode" => [],
        "SendFollow" => [("reference", Spare), ("code", Code)],
        "SendVerify" => [("receipt", Receipt)],
        "SendSignIn" => [("persona", "observer-1")],
        "SendMember" => [("_person", "somebody"), ("roles", "observer")],
        "SendRemoval" => [("_person", "somebody")],
        "SendLock" => [("_person", "somebody"), ("locked", "true")],
        "SendLaw" => [("forNew", "false"), ("why", "a trial")],
        "SendRetry" => [],
        "SendGiveUp" => [("notice", "none"), ("reason", "nobody to tell")],
        "SendOpening" => [("opening.id", "attacked-too"), ("opening.code", "ATTK2"), ("opening.name", "Attacked"), ("opening.rulebook", "KZ-2020@1"), ("opening.isTraining", "true")],
        _ => null,
    };

    private string Upload(string file) =>
        $"--b\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\n{Token}\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n{file}\r\n--b--\r\n";

    private static async Task<string> BegunAsync(Browser browser, Election election) => (await AForm.BegunAsync(browser, AForm.OfAComplaint(election))).Split('/')[3];

    private string Form((string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([.. fields.Select(each => KeyValuePair.Create(each.Name, each.Value)), new("_token", Token), new("_key", "one")]);
        return form.ReadAsStringAsync(TestContext.Current.CancellationToken).GetAwaiter().GetResult();
    }
}
