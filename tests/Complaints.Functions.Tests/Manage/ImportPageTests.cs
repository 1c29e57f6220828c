using System.Text;
using Complaints.Domain.Docket;
using Complaints.Functions.Tests.Docket;
using Complaints.Functions.Tests.Pages;
using Complaints.Functions.Tests.Rulebooks;

namespace Complaints.Functions.Tests.Manage;

/// <summary>A register imported by its page: checked first, then the same bytes sent again.</summary>
public sealed class ImportPageTests(Tracker tracker)
{
    private static readonly (string Name, string Value) Administrator = Sign.As("administrator", "import-chief");

    [Fact]
    public async Task Import_CheckedThenSentAgain_IsInTheRecordOnce()
    {
        var election = await tracker.AnElectionAsync();
        var file = Bytes(ARegister.Of(ARegister.Row("one"), ARegister.Row("two"), ARegister.Row("three", ("outcome", "nonsense"))));
        using var browser = new Browser(tracker, Administrator);

        var tried = await browser.UploadAsync(await browser.OpenAsync(AddressOf(election)), file);

        Assert.Equal(200, tried.Status);
        Assert.Contains("Nothing has been saved", tried.Text, StringComparison.Ordinal);
        Assert.Contains("Would be new: 2", tried.Text, StringComparison.Ordinal);
        Assert.Contains("Rejected: 1", tried.Text, StringComparison.Ordinal);
        Assert.Contains("Line 4 outcome “Outcome”: choose one of the list.", tried.Text, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(election));

        var imported = await browser.UploadAsync(tried, file);

        Assert.Contains("New complaints: 2", imported.Text, StringComparison.Ordinal);
        Assert.Equal(2, await CountAsync(election));

        // Reloading the page that answered sends the very same again.
        var again = await browser.UploadAsync(tried, file);

        Assert.Contains("New complaints: 0", again.Text, StringComparison.Ordinal);
        Assert.Contains("In the record already: 2", again.Text, StringComparison.Ordinal);
        Assert.Equal(2, await CountAsync(election));
    }

    [Fact]
    public async Task Import_AnotherFileThanWasChecked_IsCheckedInsteadAndNotImported()
    {
        var election = await tracker.AnElectionAsync();
        var other = Bytes(ARegister.Of(ARegister.Row("other")));
        using var browser = new Browser(tracker, Administrator);
        var tried = await browser.UploadAsync(await browser.OpenAsync(AddressOf(election)), Bytes(ARegister.Of(ARegister.Row("one"))));

        var refused = await browser.UploadAsync(tried, other);

        Assert.Equal(409, refused.Status);
        Assert.Contains("This is not the file that was checked before.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"#file\"", refused.Html, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(election));

        Assert.Contains("New complaints: 1", (await browser.UploadAsync(refused, other)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_Rejected_ComesAsAFileWithReasonsInTheReadersLanguage()
    {
        var election = await tracker.AnElectionAsync();
        var file = Bytes(ARegister.Of(ARegister.Row("good"), ARegister.Row("bad", ("forum", "=1+1"), ("decided_utc", "yesterday")), "a,b"));
        using var browser = new Browser(tracker, Administrator);
        var tried = await browser.UploadAsync(await browser.OpenAsync($"{AddressOf(election)}?lang=ru"), file);

        var rejected = await browser.UploadAsync(tried, file, $"{AddressOf(election)}?rejected=csv");

        Assert.Equal("attachment; filename=rejected.csv; filename*=UTF-8''rejected.csv", rejected.Response.Content.Headers.ContentDisposition?.ToString());
        var lines = rejected.Html.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("Строка,Столбец,Что не так,case_id,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("3,decided_utc,", lines[1], StringComparison.Ordinal);
        Assert.Contains("например 2021-01-10T10:00:00+06:00", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain(",=1+1", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("4,,", lines[2], StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(election));
    }

    [Fact]
    public async Task Import_FilesThatAreNoRegister_AreSaidAtTheFile()
    {
        var election = await tracker.AnElectionAsync();
        using var browser = new Browser(tracker, Administrator);
        var page = await browser.OpenAsync(AddressOf(election));

        var none = await browser.UploadAsync(page, []);
        var strange = await browser.UploadAsync(page, Bytes("case_id,colour\n1,red\n"));
        var binary = await browser.UploadAsync(page, [0xFF, 0xFE, 0x00, 0xD8]);
        var notAForm = await browser.PostAsync(AddressOf(election), page.Held.First(each => each.Name == "_token"));
        var token = await browser.UploadAsync(page with { Html = page.Html.Replace("name=\"_token\" value=\"", "name=\"_token\" value=\"x", StringComparison.Ordinal) }, Bytes(ARegister.Of()));
        var tooLarge = await browser.UploadAsync(page, new byte[(16 * 1024 * 1024) + 1]);

        Assert.Equal((400, 400, 400, 415, 400, 413), (none.Status, strange.Status, binary.Status, notAForm.Status, token.Status, tooLarge.Status));
        Assert.Contains("Choose a file that is not empty.", none.Text, StringComparison.Ordinal);
        Assert.Contains("There is no column “colour”.", strange.Text, StringComparison.Ordinal);
        Assert.Matches("The first line lacks these columns: [a-z_', ]*'forum', ", strange.Text);
        Assert.Contains("larger than 16 MB", tooLarge.Text, StringComparison.Ordinal);
        Assert.All(new[] { none, strange, binary }, each => Assert.Contains("id=\"file-error\"", each.Html, StringComparison.Ordinal));
        Assert.Equal(0, await CountAsync(election));
    }

    [Fact]
    public async Task Template_SentBack_CanBeImportedAndNamesEveryColumn()
    {
        var election = await tracker.AnElectionAsync();
        using var browser = new Browser(tracker, Administrator);
        var page = await browser.OpenAsync(AddressOf(election));

        var template = await browser.OpenAsync($"{AddressOf(election)}/template");

        Assert.Equal(string.Join(',', ARegister.Columns), template.Html.TrimStart('\uFEFF').Split("\r\n")[0]);
        Assert.All(ARegister.Columns, column => Assert.Contains($"<code>{column}</code>", page.Html, StringComparison.Ordinal));
        Assert.Contains("Would be new: 1", (await browser.UploadAsync(page, Bytes(template.Html))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "The columns and what they take")]
    [InlineData("ru", "Столбцы и что в них указывают")]
    [InlineData("kk", "Бағандар және оларда не көрсетіледі")]
    public async Task Page_InEachLanguage_ListsWhatIsTakenInLessThan30Kilobytes(string language, string heading)
    {
        var election = await tracker.AnElectionAsync();
        using var browser = new Browser(tracker, language);

        var page = await browser.OpenAsync(AddressOf(election));

        Assert.Contains(heading, page.Text, StringComparison.Ordinal);
        Assert.Contains("observer_rights.removal", page.Text, StringComparison.Ordinal);
        Assert.True(Encoding.UTF8.GetByteCount(page.Html) < 30_000, $"{Encoding.UTF8.GetByteCount(page.Html)} bytes");
    }

    [Fact]
    public async Task Import_ManyRejectedRows_PagesStaySmallAndTheFileHasAll()
    {
        var election = await tracker.AnElectionAsync();
        var file = Bytes(ARegister.Of([.. Enumerable.Range(0, 900).Select(number => ARegister.Row($"r-{number}", ("outcome", "nonsense"), ("matter", "<b>x</b>")))]));
        using var browser = new Browser(tracker, Administrator);

        var tried = await browser.UploadAsync(await browser.OpenAsync(AddressOf(election)), file);
        var all = await browser.UploadAsync(tried, file, $"{AddressOf(election)}?rejected=csv");

        Assert.Contains("Rejected: 900", tried.Text, StringComparison.Ordinal);
        Assert.True(Encoding.UTF8.GetByteCount(tried.Html) < 30_000, $"{Encoding.UTF8.GetByteCount(tried.Html)} bytes");
        Assert.Equal(901, all.Html.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Import_IntoAnElectionThatIsNotTheirs_IsRefused()
    {
        var election = await tracker.AnElectionAsync();
        using var chief = new Browser(tracker, Administrator);
        await chief.SendAsync(await chief.OpenAsync($"/manage/elections/{election.Id}/team"), ("_person", "import-nobody"), ("roles", "coordinator"));
        using var other = new Browser(tracker, Sign.As("coordinator", "import-other"));
        using var observer = new Browser(tracker, Sign.As("observer", "import-observer"));

        Assert.Equal((403, 403), ((await other.OpenAsync(AddressOf(election))).Status, (await observer.OpenAsync(AddressOf(election))).Status));
        Assert.Equal(403, (await other.UploadAsync(await chief.OpenAsync(AddressOf(election)), Bytes(ARegister.Of(ARegister.Row("one"))))).Status);
        Assert.Equal(404, (await chief.OpenAsync("/manage/elections/nowhere/import")).Status);
    }

    private static string AddressOf(Election election) => $"/manage/elections/{election.Id}/import";

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private async Task<int> CountAsync(Election election) =>
        (await tracker.GetAsync($"api/complaints?election={election.Id}", Administrator)).Json.GetProperty("complaints").GetArrayLength();
}
