using Azure.Data.Tables;
using Complaints.Functions.Tests.Pages;

namespace Complaints.Functions.Tests.Rulebooks;

/// <summary>A check by somebody who is not signed in, on a tracker and a store of its own: what it saves can be counted.</summary>
public sealed class CheckingAloneTests(OwnStorage own) : IClassFixture<OwnStorage>
{
    [Fact]
    public async Task Check_ByAStranger_SavesNothingAndKeepsTheAnswersOverSigningIn()
    {
        await using var tracker = await Tracker.StartAsync(own.Direct, null,
            [("DOTNET_ENVIRONMENT", "Production"), ("AZURE_FUNCTIONS_ENVIRONMENT", "Production"), ("WEBSITE_AUTH_ENABLED", "true"), .. Outside.Keys]);
        var election = await tracker.AnElectionAsync();
        using var browser = new Browser(tracker);
        await browser.OpenAsync("/");
        var before = await AllAsync();

        var only = await browser.OpenAsync("/check");
        var act = await browser.OpenAsync(only.Location!);
        var subject = await browser.GoOnAsync(act, ("challengedActor", "CEC"), ("challengedActKind", "decision"));
        var when = await browser.GoOnAsync(subject, ("subject", "observer_rights.removal"));
        var who = await browser.GoOnAsync(when, AForm.Moment("occurredAt", 4, 12, 2020, "12:00"));
        var filing = await browser.GoOnAsync(who);
        var verdict = await browser.GoOnAsync(filing, ("forum", "SC"), ("has", "facts"));
        var file = await browser.OpenAsync(verdict.Path.Replace("/check/verdict", "/check/last-moment.ics", StringComparison.Ordinal));

        Assert.Equal((303, $"/check/act?election={election.Id}"), (only.Status, only.Location));
        Assert.Equal((200, 200), (verdict.Status, file.Status));
        Assert.Equal(before, await AllAsync());
        Assert.Empty(browser.Cookies.GetAllCookies());
        var enter = Uri.EscapeDataString(verdict.Path);
        Assert.Contains($"post_login_redirect_uri={enter}\"", verdict.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/complaints/drafts", verdict.Html, StringComparison.Ordinal);
    }

    /// <summary>Every row of every table.</summary>
    private async Task<IReadOnlyList<string>> AllAsync()
    {
        var service = new TableServiceClient(own.Direct);
        var rows = new List<string>();

        foreach (var table in await service.QueryAsync(cancellationToken: TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken))
        {
            await foreach (var row in service.GetTableClient(table.Name).QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken))
            {
                rows.Add($"{table.Name} {row.PartitionKey} {row.RowKey} {row.ETag}");
            }
        }

        return rows;
    }
}
