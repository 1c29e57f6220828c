using System.Net.Http;
using System.Text.Json;
using Complaints.Functions.Tests.Pages;
using Complaints.Functions.Tests.Verifier;

namespace Complaints.Functions.Tests.Vault;

/// <summary>Who is behind a complaint is opened for a purpose, and that is written down first.</summary>
public sealed class IdentityTests(Tracker tracker)
{
    [Fact]
    public async Task Open_ForAPurpose_ShowsAllButRetaliationAndIsWrittenDown()
    {
        var vault = await AVaultCase.MakeAsync(tracker);

        var opened = await vault.OpenAsync(AVaultCase.Coordinator, "assist_complainant");

        Assert.True(opened.Status == 200, opened.Text);
        Assert.Equal((AVaultCase.Name, AVaultCase.Narrative), (opened.Json.GetProperty("name").GetString(), opened.Json.GetProperty("narrative").GetString()));
        Assert.Equal(AVaultCase.Note, opened.Json.GetProperty("notes")[0].GetProperty("text").GetString());
        Assert.Equal(AVaultCase.FileName, opened.Json.GetProperty("files")[0].GetProperty("name").GetString());
        Assert.DoesNotContain(AVaultCase.Pressure, opened.Text, StringComparison.Ordinal);
        var read = Assert.Single(await vault.ReadsAsync());
        Assert.Equal((1, "assist_complainant"), (read.GetProperty("seq").GetInt32(), read.GetProperty("purpose").GetString()));
        Assert.Equal(["name", "contact", "narrative", "note:3", "file:1"], AVaultCase.ItemsOf(read));
        Assert.StartsWith("u-", read.GetProperty("by").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_SomeItems_OpensAndWritesDownThoseAlone()
    {
        var vault = await AVaultCase.MakeAsync(tracker);

        var opened = await vault.OpenAsync(AVaultCase.Owner, "own_complaint", "contact");

        Assert.Equal(("a.observer@example.org", JsonValueKind.Null), (opened.Json.GetProperty("contact").GetString(), opened.Json.GetProperty("name").ValueKind));
        Assert.Equal(["contact"], AVaultCase.ItemsOf(Assert.Single(await vault.ReadsAsync())));
    }

    [Fact]
    public async Task Open_WithoutAPurposeOrAWrongOne_SaysWhatIsTakenAndWritesNothing()
    {
        var vault = await AVaultCase.MakeAsync(tracker, isFull: false);

        var missing = await vault.OpenAsync(AVaultCase.Owner, null);
        var unknown = await vault.OpenAsync(AVaultCase.Owner, "curiosity");
        var notTheirs = await vault.OpenAsync(AVaultCase.Coordinator, "own_complaint");
        var noItem = await vault.OpenAsync(AVaultCase.Owner, "own_complaint", "password");

        Assert.Equal((400, "field.missing", "purpose"), (missing.Status, missing.Codes.Single(), missing.Json.GetProperty("refusals")[0].GetProperty("field").GetString()));
        Assert.Equal((400, "field.not-a-code"), (unknown.Status, unknown.Codes.Single()));
        Assert.Equal((403, "purpose.not-yours"), (notTheirs.Status, notTheirs.Codes.Single()));
        Assert.Equal((400, "field.not-a-code"), (noItem.Status, noItem.Codes.Single()));
        Assert.Empty(await vault.ReadsAsync());
    }

    [Fact]
    public async Task Open_ThirtyAtOnce_AllAreInOneWholeChain()
    {
        var vault = await AVaultCase.MakeAsync(tracker, isFull: false);
        var version = (await tracker.GetAsync(vault.Path, AVaultCase.Owner)).ETag;

        var opened = await Task.WhenAll(Enumerable.Range(0, 30).Select(each => vault.OpenAsync(each % 2 == 0 ? AVaultCase.Owner : AVaultCase.Coordinator)));

        Assert.All(opened, each => Assert.True(each.Status == 200, each.Text));
        Assert.Equal(Enumerable.Range(1, 30), opened.Select(each => each.Json.GetProperty("read").GetInt32()).Order());
        Assert.Equal(Enumerable.Range(1, 30), (await vault.ReadsAsync()).Select(each => each.GetProperty("seq").GetInt32()));
        Assert.Equal(version, (await tracker.GetAsync(vault.Path, AVaultCase.Owner)).ETag);
        var (exitCode, said) = await Verify.ElectionAsync(tracker.Storage, vault.Election.Id);
        Assert.True(exitCode == 0 && said.Contains(", 30 reads", StringComparison.Ordinal), said);
    }

    [Fact]
    public async Task Document_OfSomebodyElse_NeedsAPurposeAndIsWrittenDown()
    {
        var vault = await AVaultCase.MakeAsync(tracker);

        var without = await tracker.GetAsync($"{vault.Path}/documents/1", AVaultCase.Coordinator);
        var wrong = await tracker.GetAsync($"{vault.Path}/documents/1?purpose=x", AVaultCase.Coordinator);
        var read = await tracker.GetAsync($"{vault.Path}/documents/1?purpose=legal_duty", AVaultCase.Coordinator);
        var own = await tracker.GetAsync($"{vault.Path}/documents/1", AVaultCase.Owner);
        var head = await tracker.SendAsync(HttpMethod.Head, $"{vault.Path}/documents/1", null, AVaultCase.Owner);

        Assert.Equal((400, "purpose.missing"), (without.Status, without.Codes.Single()));
        Assert.Equal((400, "purpose.unknown"), (wrong.Status, wrong.Codes.Single()));
        Assert.Equal((200, 200, 200), (read.Status, own.Status, head.Status));
        var reads = await vault.ReadsAsync();
        Assert.Equal(["legal_duty", "own_complaint", "own_complaint"], reads.Select(each => each.GetProperty("purpose").GetString()));
        Assert.All(reads, each => Assert.Equal(["file:1", "document:1"], AVaultCase.ItemsOf(each)));
    }

    [Fact]
    public async Task Reads_ForCoordinatorsAndAdministrators_HoldNothingOfTheContent()
    {
        var vault = await AVaultCase.MakeAsync(tracker);
        await vault.OpenAsync(AVaultCase.Owner, "own_complaint");

        var administrators = await tracker.GetAsync($"{vault.Path}/reads", AVaultCase.Administrator);
        var owners = await tracker.GetAsync($"{vault.Path}/reads", AVaultCase.Owner);
        var page = await tracker.GetAsync($"complaints/{vault.Id}/reads", AVaultCase.Coordinator);

        Assert.Equal((200, 403, 200), (administrators.Status, owners.Status, page.Status));
        Assert.All(new[] { AVaultCase.Name, AVaultCase.Note, AVaultCase.FileName, "vault-owner" }, each =>
        {
            Assert.DoesNotContain(each, administrators.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(each, page.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Page_OfACoordinator_ShowsNumbersAndOpensWithAPurpose()
    {
        var vault = await AVaultCase.MakeAsync(tracker);
        using var browser = new Browser(tracker, AVaultCase.Coordinator);

        var page = await browser.OpenAsync($"/complaints/{vault.Id}");
        var form = await browser.OpenAsync($"/complaints/{vault.Id}/identity");
        var again = await browser.SendAsync(form);
        var opened = await browser.SendAsync(form, ("purpose", "verify_record"));

        Assert.DoesNotContain($"/api/complaints/{vault.Id}/documents/1", page.Html, StringComparison.Ordinal);
        Assert.Contains($"href=\"/complaints/{vault.Id}/identity\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(AVaultCase.FileName, page.Html, StringComparison.Ordinal);
        Assert.Equal((400, 200), (again.Status, opened.Status));
        Assert.Contains(AVaultCase.Name, opened.Text, StringComparison.Ordinal);
        Assert.Contains($"/documents/1?purpose=verify_record", opened.Html, StringComparison.Ordinal);
        Assert.Single(await vault.ReadsAsync());
    }

    [Theory]
    [InlineData("en", "To check the record", "Written down as read 1")]
    [InlineData("ru", "Проверить запись", "Записано, просмотр № 1")]
    [InlineData("kk", "Жазбаны тексеру үшін", "Осы қарау журналға № 1 болып жазылды")]
    public async Task Page_InEachLanguage_SaysWhatFor(string language, string purpose, string written)
    {
        var vault = await AVaultCase.MakeAsync(tracker);
        using var browser = new Browser(tracker, AVaultCase.Coordinator);

        var form = await browser.OpenAsync($"/complaints/{vault.Id}/identity?lang={language}");
        var opened = await browser.SendAsync(form, ("purpose", "verify_record"));

        Assert.Contains(purpose, form.Text, StringComparison.Ordinal);
        Assert.Contains(written, opened.Text, StringComparison.Ordinal);
        Assert.Contains(purpose, (await browser.OpenAsync($"/complaints/{vault.Id}/reads")).Text, StringComparison.Ordinal);
    }
}
