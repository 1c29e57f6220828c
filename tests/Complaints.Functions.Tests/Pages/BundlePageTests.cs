using System.Net;
using System.Text.RegularExpressions;
using Complaints.Functions.Tests.Vault;
using Complaints.Functions.Tests.Verifier;

namespace Complaints.Functions.Tests.Pages;

/// <summary>The page of the history gives the bundle to whoever may have it, with what it takes to check it.</summary>
public sealed class BundlePageTests(Tracker tracker)
{
    [Theory]
    [InlineData("en", "The complaint as a file that anybody can check")]
    [InlineData("ru", "Жалоба в виде файла, который может проверить каждый")]
    [InlineData("kk", "Кез келген адам тексере алатын файл түріндегі шағым")]
    public async Task History_LeadsToABundle_ThatIsCheckedAsItSays(string language, string heading)
    {
        using var browser = new Browser(tracker, language);
        var id = AForm.IdOf(await AForm.RecordedAsync(browser, await tracker.AnElectionAsync()));

        var page = await browser.OpenAsync($"/complaints/{id}/history");
        var links = Regex.Matches(page.Html, "href=\"(/api/[^\"]*)\"").Select(each => each.Groups[1].Value).ToArray();
        var (zip, keys) = (await BytesAsync(links[0]), await tracker.GetAsync(links[1]));
        using var bundle = new ABundle(zip, keys.Text);
        await System.IO.File.WriteAllBytesAsync(bundle.Zip, zip, TestContext.Current.CancellationToken);
        var (exit, said) = await Verify.RunAsync("bundle", bundle.Zip, "--keys", bundle.Keys);

        Assert.Contains(heading, page.Text, StringComparison.Ordinal);
        Assert.Contains($"complaints-verify bundle {id}.zip --keys keys.json", page.Text, StringComparison.Ordinal);
        Assert.Equal([$"/api/complaints/{id}/bundle", "/api/keys"], links);
        Assert.True(exit == 0, said);
    }

    [Fact]
    public async Task History_ThatTellsOfPressure_SaysWhyThereIsNoBundle()
    {
        var vault = await AVaultCase.MakeAsync(tracker);
        await vault.NameAsync("vault-owner", readsRetaliation: false, "observer");
        await vault.NameAsync("bundle-reader", readsRetaliation: true, "coordinator");
        using var owner = new Browser(tracker, AVaultCase.Owner);
        using var reader = new Browser(tracker, Rulebooks.Sign.As("nobody", "bundle-reader"));

        var (without, with) = (await owner.OpenAsync($"/complaints/{vault.Id}/history"), await reader.OpenAsync($"/complaints/{vault.Id}/history"));

        Assert.Equal((200, 200), (without.Status, with.Status));
        Assert.DoesNotContain("/bundle\"", without.Html, StringComparison.Ordinal);
        Assert.Contains("put under pressure", without.Text, StringComparison.Ordinal);
        Assert.Contains($"/api/complaints/{vault.Id}/bundle\"", with.Html, StringComparison.Ordinal);
    }

    private async Task<byte[]> BytesAsync(string address)
    {
        using var answer = await tracker.Http.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
