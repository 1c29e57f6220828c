using System.Reflection;
using Complaints.TestKit;
using Microsoft.Playwright;

namespace Complaints.EndToEnd.Tests;

/// <summary>
/// Every page at the width of a desk and of a phone, in one language, another for the next page. COMPLAINTS_TEST_LONG=true: every page in every language.
/// Its accessibility is looked at on the phone, and on the desk, which has the same controls, in English; in a long run in every language on both.
/// </summary>
public sealed class PageTests(House house)
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("COMPLAINTS_TEST_LONG") == "true";

    public static TheoryData<string, string> Pages => IsLong
        ? [.. APage.All.SelectMany(page => Chromium.Languages, (page, language) => (page.Name, language))]
        : [.. APage.All.Select((page, number) => (page.Name, Chromium.Languages[number % Chromium.Languages.Length]))];

    [Theory(Timeout = Chromium.Patience)]
    [MemberData(nameof(Pages))]
    public async Task Page_InALanguage_IsWholeAtEveryWidth(string name, string language)
    {
        var listed = APage.All.Single(each => each.Name == name);
        await using var device = await house.Chromium.DeviceAsync(house.Tracker.Address, language, Chromium.Desk, listed.Role, hasScript: true);
        var page = await listed.OpenAsync(device, house.Scene);
        var wide = await Look.ControlsAsync(page);

        Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
        Assert.EndsWith($" – {Vocabulary.Product(language)}", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Look.None(Vocabulary.NotOf(language, Said(await Look.TextsAsync(page))));
        await AssertFocusAsync(page);

        if (IsLong || language == "en")
        {
            Look.None(await Axe.ViolationsAsync(page));
        }

        await page.SetViewportSizeAsync(Chromium.Phone, 640);

        Look.None(await Look.SidewaysAsync(page));
        Assert.Equal(wide, await Look.ControlsAsync(page));
        Look.None(await Axe.ViolationsAsync(page));
    }

    // What looks for faults finds one.
    [Fact(Timeout = Chromium.Patience)]
    public async Task Page_SpoiltInTheBrowser_IsFoundOut()
    {
        await using var device = await house.Chromium.DeviceAsync(house.Tracker.Address, "ru", Chromium.Phone, hasScript: true);
        var page = await device.NewPageAsync();
        await page.GotoAsync("/check");
        await page.EvaluateAsync("""
            () => {
              const [faint, long] = ['Insubordinations', 'x'.repeat(80)].map((text) => { const made = document.createElement('p'); made.textContent = text; return made; });
              faint.style.color = '#ccc';
              document.querySelector('h1').after(faint, document.createElement('img'), long);
            }
            """);

        Assert.Equal(["color-contrast", "image-alt"], (await Axe.ViolationsAsync(page)).Select(each => each.Split(':')[0]).Order(StringComparer.Ordinal));
        Assert.StartsWith("the page is ", (await Look.SidewaysAsync(page))[0], StringComparison.Ordinal);
        Assert.Contains(Vocabulary.NotOf("ru", await Look.TextsAsync(page)), fault => fault.StartsWith("'Insubordinations", StringComparison.Ordinal));
    }

    [Fact]
    public void Pages_OfTheProgram_AreAllOnTheList()
    {
        var functions = from type in Assembly.LoadFrom(TrackerProcess.Program).GetTypes()
                        from method in type.GetMethods()
                        let function = method.GetCustomAttributesData().FirstOrDefault(each => each.AttributeType.Name == "FunctionAttribute")
                        where function is not null
                        from trigger in method.GetParameters().SelectMany(each => each.GetCustomAttributesData()).Where(each => each.AttributeType.Name == "HttpTriggerAttribute")
                        where ((IEnumerable<CustomAttributeTypedArgument>)trigger.ConstructorArguments[1].Value!).Any(each => "get".Equals(each.Value))
                        let route = (string)trigger.NamedArguments.Single(each => each.MemberName == "Route").TypedValue.Value!
                        where !route.StartsWith("api/", StringComparison.Ordinal)
                        select (string)function.ConstructorArguments[0].Value!;

        Assert.Equal(functions.Order(StringComparer.Ordinal), APage.All.Select(each => each.Function).Concat(APage.Not.Keys).Distinct().Order(StringComparer.Ordinal));
    }

    // A page that refuses a form puts the reader, and what reads out to them, before the reasons.
    private static async Task AssertFocusAsync(IPage page)
    {
        if (await page.Locator(".govuk-error-summary [role=alert]").CountAsync() > 0)
        {
            Assert.Equal("div.govuk-error-summary", await Look.FocusAsync(page));
            var first = page.Locator(".govuk-error-summary a").First;
            Assert.Equal(1, await page.Locator(await first.GetAttributeAsync("href") ?? "nothing").CountAsync());
        }
    }

    private static IEnumerable<string> Said(IEnumerable<string> texts) => texts.Select(text => Scene.Typed.Aggregate(text, (rest, typed) => rest.Replace(typed, "", StringComparison.Ordinal)));
}
