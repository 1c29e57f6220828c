using System.Text;
using Microsoft.Playwright;

namespace Complaints.EndToEnd.Tests;

/// <summary>A page of the tracker, and how to come to it. <see cref="All"/> is the one list of them: a new page is a new line.</summary>
/// <param name="Name">What it is called in the tests.</param>
/// <param name="Function">The function whose address is opened.</param>
/// <param name="Address">The address, with holes that the scene fills in.</param>
/// <param name="Role">What the reader's sign-in makes them; "none" makes them nothing.</param>
/// <param name="Then">What is done on the page that was opened to come to this one; null for nothing.</param>
/// <param name="Status">What the opened address is answered with.</param>
internal sealed record APage(string Name, string Function, string Address, string Role, Func<IPage, Scene, Task>? Then = null, int Status = 200)
{
    private const string Checked =
        "election={election}&matter=complaint&challengedActor=CEC&challengedActKind=decision&placeZone=Asia/Almaty&subject=observer_rights.removal"
        + "&occurredAt.day=8&occurredAt.month=1&occurredAt.year=2021&occurredAt.time=12:00";

    /// <summary>Functions that answer a browser's GET with something else than a page of their own.</summary>
    public static readonly IReadOnlyDictionary<string, string> Not = new Dictionary<string, string>
    {
        ["ReadAsset"] = "a style sheet or the mark",
        ["SaveDocument"] = "a file to be saved",
        ["FindByReference"] = "leads on to the complaint",
        ["ReadLastMoment"] = "a calendar entry to be saved",
        ["SaveTemplate"] = "a file to be saved",
    };

    /// <summary>Every page in every state that looks different.</summary>
    public static IReadOnlyList<APage> All { get; } =
    [
        new("start", "ShowStart", "/", "observer"),
        new("start, no part in anything", "ShowStart", "/", "none"),
        new("no such page", "AnswerUnknown", "/nowhere", "observer", Status: 404),
        new("no such complaint", "ShowComplaint", "/complaints/nonsense", "observer", Status: 404),
        new("not allowed", "ShowPeople", "/manage/people", "none", Status: 403),
        new("sign in", "ShowSignIn", "/sign-in", "none"),
        new("sign in, nobody chosen", "ShowSignIn", "/sign-in", "none", SendAsync),
        new("register, choose", "ShowRegister", "/register", "analyst"),
        new("register", "ShowRegister", "/register?election={election}", "coordinator"),
        new("register, as an analyst", "ShowRegister", "/register?election={election}", "analyst"),
        new("record", "ShowRecord", "/complaints/new", "observer"),
        new("draft: election", "ShowQuestion", "/complaints/drafts/{draft}/election", "observer"),
        new("draft: who", "ShowQuestion", "/complaints/drafts/{draft}/who", "observer"),
        new("draft: person", "ShowQuestion", "/complaints/drafts/{draft}/person", "observer"),
        new("draft: against", "ShowQuestion", "/complaints/drafts/{draft}/against", "observer"),
        new("draft: act", "ShowQuestion", "/complaints/drafts/{draft}/act", "observer"),
        new("draft: when", "ShowQuestion", "/complaints/drafts/{draft}/when", "observer"),
        new("draft: when, no such day", "ShowQuestion", "/complaints/drafts/{draft}/when", "observer", MistypeAsync),
        new("draft: counted", "ShowQuestion", "/complaints/drafts/{draft}/counted", "observer"),
        new("draft: subject", "ShowQuestion", "/complaints/drafts/{draft}/subject", "observer"),
        new("draft: story", "ShowQuestion", "/complaints/drafts/{draft}/story", "observer"),
        new("draft: asked", "ShowQuestion", "/complaints/drafts/{draft}/asked", "observer"),
        new("draft: documents", "ShowQuestion", "/complaints/drafts/{draft}/documents", "observer"),
        new("draft: check", "ShowQuestion", "/complaints/drafts/{draft}/check", "observer"),
        new("draft: delete", "ShowQuestion", "/complaints/drafts/{draft}/delete", "observer"),
        new("recorded", "ShowVerdict", $"/check/verdict?{Checked}", "observer", RecordAsync),
        new("form to be saved", "ShowOffline", "/complaints/new", "observer", SaveFormAsync),
        new("form that was saved, sent", "ShowOffline", "/complaints/new", "observer", SendSavedAsync),
        new("check: election", "ShowCheck", "/check?election={election}&_change=yes", "none"),
        new("check: act", "ShowCheck", "/check/act?election={election}", "none"),
        new("check: act, not chosen", "ShowCheck", "/check/act?election={election}", "none", AskAsync),
        new("check: subject", "ShowCheck", $"/check/subject?{Checked}", "none"),
        new("check: when", "ShowCheck", $"/check/when?{Checked}", "none"),
        new("check: who", "ShowCheck", $"/check/who?{Checked}", "none"),
        new("check: filing", "ShowCheck", $"/check/filing?{Checked}", "none"),
        new("check: verdict", "ShowVerdict", $"/check/verdict?{Checked}", "observer"),
        new("check: verdict, wrong forum", "ShowVerdict", $"/check/verdict?{Checked}&forum=DC", "none"),
        new("deadlines, choose", "ShowBoard", "/deadlines", "analyst"),
        new("deadlines", "ShowBoard", "/deadlines?election={election}", "coordinator"),
        new("deadlines, overdue", "ShowBoard", "/deadlines?election={election}&due=overdue", "coordinator"),
        new("acts", "ShowClusters", "/clusters?election={election}", "coordinator"),
        new("act", "ShowClusters", "/clusters?election={election}&act={act}&step=Decide", "coordinator"),
        new("one step for all", "ShowTogether", "/clusters/step?election={election}&act={act}&step=Decide&pick={acted}", "coordinator"),
        new("one step for all, not filled in", "ShowTogether", "/clusters/step?election={election}&act={act}&step=Decide&pick={acted}", "coordinator", SendAsync),
        new("one step for all, check", "ShowTogether", "/clusters/step?election={election}&act={act}&step=Decide&pick={acted}", "coordinator", DecideAsync),
        new("complaint, decided", "ShowComplaint", "/complaints/{decided}", "coordinator"),
        new("complaint, new", "ShowComplaint", "/complaints/{new}", "observer"),
        new("complaint, just done", "ShowComplaint", "/complaints/{decided}?done=Decide", "coordinator"),
        new("step: file", "ShowStep", "/complaints/{new}/steps/Lodge", "observer"),
        new("complaint, filed", "ShowComplaint", "/complaints/{lodged}", "coordinator"),
        new("step: decide", "ShowStep", "/complaints/{lodged}/steps/Decide?proceeding=1", "coordinator"),
        new("step: decide, not filled in", "ShowStep", "/complaints/{lodged}/steps/Decide?proceeding=1", "coordinator", SendAsync),
        new("step: appeal", "ShowStep", "/complaints/{decided}/steps/Appeal?proceeding=1", "coordinator"),
        new("step: appeal, not filled in", "ShowStep", "/complaints/{decided}/steps/Appeal?proceeding=1", "coordinator", SendAsync),
        new("corrections", "ShowCorrections", "/complaints/{decided}/corrections", "coordinator"),
        new("correction: a moment", "ShowCorrection", "/complaints/{decided}/corrections/3/at", "coordinator"),
        new("correction: a list", "ShowCorrection", "/complaints/{decided}/corrections/5/grounds", "coordinator"),
        new("correction: did not happen", "ShowCorrection", "/complaints/{decided}/corrections/4/didNotHappen", "coordinator"),
        new("step, not open", "ShowStep", "/complaints/{new}/steps/Decide", "observer", Status: 422),
        new("document", "ShowDocument", "/complaints/{decided}/documents/1", "coordinator"),
        new("identity", "ShowIdentity", "/complaints/{decided}/identity", "coordinator"),
        new("identity, no purpose", "ShowIdentity", "/complaints/{decided}/identity", "coordinator", SendAsync),
        new("identity, opened", "ShowIdentity", "/complaints/{decided}/identity", "coordinator", OpenIdentityAsync),
        new("reads", "ShowReads", "/complaints/{decided}/reads", "coordinator"),
        new("consent", "ShowConsent", "/complaints/{decided}/consent", "coordinator"),
        new("consent, not filled in", "ShowConsent", "/complaints/{decided}/consent", "coordinator", SendAsync),
        new("erase", "ShowErase", "/complaints/{decided}/erase", "coordinator"),
        new("erase, no reason", "ShowErase", "/complaints/{decided}/erase", "coordinator", SendAsync),
        new("receipt", "ShowReceipt", "/complaints/{decided}/receipt", "coordinator"),
        new("fact: hearing", "ShowFact", "/complaints/{lodged}/facts/hearing", "coordinator"),
        new("fact: publication", "ShowFact", "/complaints/{decided}/facts/publication", "coordinator"),
        new("fact: publication, not filled in", "ShowFact", "/complaints/{decided}/facts/publication", "coordinator", SendAsync),
        new("fact: service", "ShowFact", "/complaints/{decided}/facts/service", "coordinator"),
        new("fact: inForce", "ShowFact", "/complaints/{decided}/facts/inForce", "coordinator"),
        new("fact: remedyCarriedOut", "ShowFact", "/complaints/{decided}/facts/remedyCarriedOut", "coordinator"),
        new("fact: assessment", "ShowFact", "/complaints/{decided}/facts/assessment", "coordinator"),
        new("fact: retaliation", "ShowFact", "/complaints/{decided}/facts/retaliation", "coordinator"),
        new("documents", "ShowUpload", "/complaints/{decided}/documents", "coordinator"),
        new("documents, none chosen", "ShowUpload", "/complaints/{decided}/documents", "coordinator", SendAsync),
        new("undo", "ShowUndo", "/complaints/{lodged}", "coordinator", UndoAsync),
        new("paper", "ShowPaper", "/complaints/{decided}/paper", "coordinator"),
        new("paper, no purpose", "ShowPaper", "/complaints/{decided}/paper", "coordinator", SendAsync),
        new("paper, made", "ShowPaper", "/complaints/{decided}/paper", "coordinator", MakePaperAsync),
        new("history", "ShowHistory", "/complaints/{decided}/history", "coordinator"),
        new("alerts of a complaint", "ShowNotices", "/complaints/{decided}/alerts", "coordinator"),
        new("hold", "ShowHold", "/complaints/{decided}/hold", "coordinator"),
        new("hold, no reason", "ShowHold", "/complaints/{decided}/hold", "coordinator", SendAsync),
        new("keeper", "ShowKeeper", "/complaints/{decided}/keeper", "coordinator"),
        new("keeper, nobody named", "ShowKeeper", "/complaints/{decided}/keeper", "coordinator", SendAsync),
        new("same", "ShowSame", "/complaints/{decided}/same", "coordinator"),
        new("same, none named", "ShowSame", "/complaints/{decided}/same", "coordinator", SendAsync),
        new("code", "ShowCode", "/complaints/{new}/code", "observer"),
        new("code, issued", "ShowCode", "/complaints/{new}/code", "observer", SendAsync),
        new("follow", "ShowFollow", "/follow", "none"),
        new("follow, not filled in", "ShowFollow", "/follow", "none", SendAsync),
        new("follow, shown", "ShowFollow", "/follow", "none", FollowAsync),
        new("check a receipt", "ShowVerify", "/receipts/verify", "none"),
        new("check a receipt, nothing given", "ShowVerify", "/receipts/verify", "none", SendAsync),
        new("check a receipt, checked", "ShowVerify", "/receipts/verify", "none", VerifyAsync),
        new("law", "ShowRulebooks", "/rulebooks", "none"),
        new("law, one rulebook", "ShowRulebook", "/rulebooks/KZ-2020", "none"),
        new("people", "ShowPeople", "/manage/people", "administrator"),
        new("people, nobody named", "ShowPeople", "/manage/people", "administrator", SendAsync),
        new("team", "ShowTeam", "/manage/elections/{election}/team", "administrator"),
        new("team, nobody named", "ShowTeam", "/manage/elections/{election}/team", "administrator", SendAsync),
        new("manage", "ShowManage", "/manage", "administrator"),
        new("election, opening", "ShowOpening", "/manage/new-election", "administrator"),
        new("election, opening, not filled in", "ShowOpening", "/manage/new-election", "administrator", SendAsync),
        new("election", "ShowElection", "/manage/elections/{election}", "coordinator"),
        new("import", "ShowImport", "/manage/elections/{election}/import", "coordinator"),
        new("import, refused", "ShowImport", "/manage/elections/{election}/import", "coordinator", ImportAsync),
        new("rulebook, publishing", "ShowPublish", "/manage/rulebooks", "administrator"),
        new("rulebook, publishing, no file", "ShowPublish", "/manage/rulebooks", "administrator", SendAsync),
        new("law of an election", "ShowLaw", "/manage/elections/{election}/law", "administrator"),
        new("alerts that failed", "ShowUndelivered", "/manage/elections/{election}/alerts", "coordinator"),
        new("health", "ShowHealth", "/manage/health", "administrator"),
        new("statistics, choose", "ChooseStatistics", "/statistics", "analyst"),
        new("statistics", "ShowStatistics", "/statistics/{election}", "analyst"),
        new("statistics, one measure", "ShowStatistics", "/statistics/{election}?measure=M04", "coordinator"),
    ];

    /// <summary>Opens it on a device.</summary>
    public async Task<IPage> OpenAsync(IBrowserContext device, Scene scene)
    {
        var page = await device.NewPageAsync();
        Assert.Equal(Status, (await page.GotoAsync(scene.Address(Address)))!.Status);

        if (Then is { } then)
        {
            await then(page, scene);
        }

        return page;
    }

    private static Task SendAsync(IPage page, Scene scene) => page.SendAsync();

    private static async Task OpenIdentityAsync(IPage page, Scene scene)
    {
        await page.CheckAsync("#purpose-verify_record");
        await page.SendAsync();
    }

    private static Task AskAsync(IPage page, Scene scene) => page.LoadsAsync(() => page.Locator("main form[method=get] button[type=submit]").Last.ClickAsync());

    private static async Task MistypeAsync(IPage page, Scene scene)
    {
        await page.FillAsync("#occurredAt-day", "99");
        await page.SendAsync();
    }

    // The form of a check leads to a new draft.
    private static async Task RecordAsync(IPage page, Scene scene)
    {
        await page.SendAsync();
        await page.GotoAsync($"{page.Url[..page.Url.LastIndexOf('/')]}/check");
        await page.SendAsync();
    }

    // A file that the browser saves, and its owner opens.
    // Within minutes of a step alone.
    private static async Task UndoAsync(IPage page, Scene scene) => await page.GotoAsync($"/complaints/{await Scene.LodgedAsync(scene.Tracker)}/undo");

    private static async Task SaveFormAsync(IPage page, Scene scene)
    {
        var language = await page.Locator("html").GetAttributeAsync("lang") ?? "";
        var file = await page.APIRequest.GetAsync("/complaints/offline-form", new() { Headers = [KeyValuePair.Create("Accept-Language", language)] });
        await page.GotoAsync("about:blank");
        await page.SetContentAsync(await file.TextAsync());
    }

    private static async Task SendSavedAsync(IPage page, Scene scene)
    {
        await SaveFormAsync(page, scene);
        await page.FillAsync("[name=narrative]", Scene.Typed[3]);
        await page.EvaluateAsync("() => document.querySelector('form').removeAttribute('target')");
        await page.SendAsync();
    }

    private static async Task DecideAsync(IPage page, Scene scene)
    {
        await page.CheckAsync("#outcome-dismissed_merits");
        await page.FillAsync("#at-day", "11");
        await page.FillAsync("#at-month", "1");
        await page.FillAsync("#at-year", "2021");
        await page.FillAsync("#at-time", "16:00");
        await page.SendAsync();
    }

    private static async Task MakePaperAsync(IPage page, Scene scene)
    {
        await page.SelectOptionAsync("[name=forum]", "TEC");
        await page.CheckAsync("#purpose-verify_record");
        await page.SendAsync();
    }

    private static async Task ImportAsync(IPage page, Scene scene)
    {
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "register.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes("matter,subject\nnonsense,nothing\n") });
        await page.SendAsync();
    }

    private static async Task FollowAsync(IPage page, Scene scene)
    {
        await page.FillAsync("#reference", scene.Decided);
        await page.FillAsync("#code", scene.Code);
        await page.SendAsync();
    }

    private static async Task VerifyAsync(IPage page, Scene scene)
    {
        await page.Locator("main textarea").FillAsync(scene.Receipt);
        await page.SendAsync();
    }
}
