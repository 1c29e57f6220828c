using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Complaints.EndToEnd.Tests;

/// <summary>The accessibility of a page, looked at by axe within it. Our pages have no frames, so that nothing has to be put together outside of it.</summary>
internal static class Axe
{
    // A back link stands before the main part, as in all of GOV.UK: the way past the menu leads past it too.
    private const string Run = """
        () => axe.run(document, {
          resultTypes: ['violations'],
          runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
          rules: { region: { enabled: false } },
        }).then((found) => found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html}`)))
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What offends against WCAG 2.2, levels A and AA, or against what axe calls good practice: the rule and where.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Run);
    }
}
