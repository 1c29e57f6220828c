using System.Text.Json;
using Microsoft.Playwright;

namespace Complaints.EndToEnd.Tests;

/// <summary>What is to be seen of a page, asked from the browser.</summary>
internal static class Look
{
    // What carries a language of its own, and what is no language: references, hashes, signed texts, what was typed into a large box, names of files and zones.
    private const string SameEverywhere = "code, pre, textarea, .app-reference, .app-hash, .app-signed, option[value*='/'], html [lang]";

    private const string Texts = """
        same => {
          const found = [document.title];
          const take = (text) => { if (text && text.trim()) { found.push(text.replace(/\s+/g, ' ').trim()); } };
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            if (!walker.currentNode.parentElement.closest(same)) { take(walker.currentNode.data); }
          }
          for (const each of document.querySelectorAll('[aria-label], [title], [placeholder], [alt], [data-label], optgroup[label]')) {
            if (!each.closest(same)) { ['aria-label', 'title', 'placeholder', 'alt', 'data-label', 'label'].forEach((name) => take(each.getAttribute(name))); }
          }
          return found;
        }
        """;

    private const string Controls = """
        () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
          .filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.getBoundingClientRect().width > 0)
          .map((each) => each.name || each.getAttribute('href') || each.textContent.trim())
        """;

    // Words that run over the edge of their box widen the page too, though no box does; those of a picture are cut off at its edge.
    private const string Sideways = """
        () => [...document.querySelectorAll('svg text')]
          .filter((each) => each.getBoundingClientRect().right > each.ownerSVGElement.getBoundingClientRect().right)
          .map((each) => `'${each.textContent.trim()}' runs out of its picture`)
          .concat(document.documentElement.scrollWidth <= document.documentElement.clientWidth ? []
          : [`the page is ${document.documentElement.scrollWidth} wide`].concat([...document.body.querySelectorAll('*')]
              .filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
              .map((each) => `${each.tagName.toLowerCase()}.${each.className} ends at ${Math.round(each.getBoundingClientRect().right)}`)))
        """;

    /// <summary>Fails with all of them, whole, if there are any.</summary>
    public static void None(IEnumerable<string> faults)
    {
        var all = faults.Distinct(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, string.Join(Environment.NewLine, all));
    }

    /// <summary>Every text of the page that is in its language: what is shown, and what is only read out.</summary>
    public static async Task<IReadOnlyList<string>> TextsAsync(IPage page) => await page.EvaluateAsync<string[]>(Texts, SameEverywhere);

    /// <summary>Everything that can be used on the page, in order.</summary>
    public static async Task<IReadOnlyList<string>> ControlsAsync(IPage page) => await page.EvaluateAsync<string[]>(Controls);

    /// <summary>What makes the page wider than the window, or a text wider than its picture; nothing if nothing does.</summary>
    public static async Task<IReadOnlyList<string>> SidewaysAsync(IPage page) => await page.EvaluateAsync<string[]>(Sideways);

    /// <summary>What holds the focus: its tag and class.</summary>
    public static async Task<string> FocusAsync(IPage page) =>
        (await page.EvaluateAsync<JsonElement>("() => ({ at: document.activeElement.tagName.toLowerCase() + '.' + document.activeElement.className })")).GetProperty("at").GetString()!;
}
