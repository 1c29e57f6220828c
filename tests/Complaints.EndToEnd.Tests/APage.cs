using Microsoft.Playwright;

namespace Complaints.EndToEnd.Tests;

/// <summary>A page of the tracker, and how to come to it. <see cref="All"/> is the one list of them: a new page is a new line.</summary>
/// <param name="Name">What it is called in the tests.</param>
/// <param name="Function">The function whose address is opened.</param>
/// <param name="Address">The address, with holes that the scene fills in.</param>
/// <param name="Role">What the reader's sign-in makes them; "none" makes them nothing.</param>
/// <param name="Then">What is done on the page that was opened to come to this one; null for nothing.</param>
internal sealed record APage(string Name, string Function, string Address, string Role, Func<IPage, Scene, Task>? Then = null)
{
    /// <summary>Functions that answer a browser's GET with something else than a page of their own.</summary>
    public static readonly IReadOnlyDictionary<string, string> Not = new Dictionary<string, string>
    {
        ["ReadAsset"] = "a style sheet or the mark",
        ["SaveDocument"] = "a file to be saved",
        ["FindByReference"] = "leads on to the complaint",
    };

    /// <summary>Every page in every state that looks different.</summary>
    public static IReadOnlyList<APage> All { get; } =
    [
        new("start", "ShowStart", "/", "observer"),
        new("start, no part in anything", "ShowStart", "/", "none"),
        new("no such page", "AnswerUnknown", "/nowhere", "observer"),
        new("no such complaint", "ShowComplaint", "/complaints/nonsense", "observer"),
        new("not allowed", "ShowPeople", "/manage/people", "none"),
        new("sign in", "ShowSignIn", "/sign-in", "none"),
        new("sign in, nobody chosen", "ShowSignIn", "/sign-in", "none", SendAsync),
        new("register, choose", "ShowRegister", "/register", "analyst"),
        new("register", "ShowRegister", "/register?election={election}", "coordinator"),
        new("register, as an analyst", "ShowRegister", "/register?election={election}", "analyst"),
        new("record", "ShowRecord", "/complaints/new", "observer"),
        new("record, not filled in", "ShowRecord", "/complaints/new", "observer", SendAsync),
        new("complaint, decided", "ShowComplaint", "/complaints/{decided}", "coordinator"),
        new("complaint, new", "ShowComplaint", "/complaints/{new}", "observer"),
        new("complaint, just done", "ShowComplaint", "/complaints/{decided}?done=Decide", "coordinator"),
        new("step: file", "ShowStep", "/complaints/{new}/steps/Lodge", "observer"),
        new("complaint, filed", "ShowComplaint", "/complaints/{lodged}", "coordinator"),
        new("step: decide", "ShowStep", "/complaints/{lodged}/steps/Decide?proceeding=1", "coordinator"),
        new("step: decide, not filled in", "ShowStep", "/complaints/{lodged}/steps/Decide?proceeding=1", "coordinator", SendAsync),
        new("step: appeal", "ShowStep", "/complaints/{decided}/steps/Appeal?proceeding=1", "coordinator"),
        new("step: appeal, not filled in", "ShowStep", "/complaints/{decided}/steps/Appeal?proceeding=1", "coordinator", SendAsync),
        new("step: correct", "ShowStep", "/complaints/{decided}/steps/Correct", "coordinator"),
        new("step, not open", "ShowStep", "/complaints/{new}/steps/Decide", "observer"),
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
    ];

    /// <summary>Opens it on a device.</summary>
    public async Task<IPage> OpenAsync(IBrowserContext device, Scene scene)
    {
        var page = await device.NewPageAsync();
        await page.GotoAsync(scene.Address(Address));

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
