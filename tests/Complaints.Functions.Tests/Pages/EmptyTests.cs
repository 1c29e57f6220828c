using Complaints.Functions.Tests.Rulebooks;

namespace Complaints.Functions.Tests.Pages;

/// <summary>A tracker without an election: every page leads its administrator to opening one, and tells everybody else who opens it.</summary>
public sealed class EmptyTests(OwnStorage storage) : IClassFixture<OwnStorage>
{
    private const string Opening = "href=\"/manage/new-election\"";

    [Fact]
    public async Task Pages_WithoutAnElection_LeadToOpeningOneOrTellWhoDoes()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct);
        using var laptop = new Browser(tracker);
        using var administrator = new Browser(tracker, Sign.As("administrator", "empty-chief"));
        (Browser Browser, string[] Pages)[] others =
        [
            (new Browser(tracker, Sign.As("observer", "empty-o"), ("Accept-Language", "kk")), ["/", "/complaints/new", "/register", "/check"]),
            (new Browser(tracker, Sign.As("coordinator", "empty-c"), ("Accept-Language", "ru")), ["/", "/manage", "/complaints/new", "/register", "/deadlines", "/statistics", "/clusters", "/check"]),
            (new Browser(tracker, Sign.As("analyst", "empty-a")), ["/", "/register", "/statistics", "/check"]),
            (new Browser(tracker, Sign.As("nobody", "empty-n")), ["/check"]),
        ];

        foreach (var (browser, pages) in new (Browser, string[])[]
        {
            (laptop, ["/", "/manage", "/complaints/new", "/register", "/deadlines", "/statistics", "/clusters", "/check"]),
            (administrator, ["/", "/manage", "/register", "/deadlines", "/statistics", "/check"]),
        })
        {
            foreach (var page in pages)
            {
                var shown = await browser.OpenAsync(page);
                Assert.Equal((page, 200), (page, shown.Status));
                Assert.True(shown.Html.Split(Opening).Length == 2, $"{page} leads to opening an election once.");
            }
        }

        foreach (var (browser, pages) in others)
        {
            foreach (var page in pages)
            {
                var shown = await browser.OpenAsync(page);
                Assert.Equal((page, 200), (page, shown.Status));
                Assert.DoesNotContain(Opening, shown.Html, StringComparison.Ordinal);
                Assert.Matches("An administrator of the tracker opens elections|Выборы добавляет администратор системы|Сайлауды жүйе әкімшісі қосады", shown.Text);
            }

            browser.Dispose();
        }

        Assert.Equal(200, (await administrator.OpenAsync("/manage/new-election")).Status);
    }
}
