using Microsoft.Playwright;

namespace Complaints.EndToEnd.Tests;

/// <summary>Somebody who uses a page with the keyboard alone: Tab, Enter, Space, arrows and letters.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int MostStops = 250;
    private const int MostChoices = 120;

    private const string IsSeen = """
        () => {
          const it = document.activeElement, box = it.getBoundingClientRect();
          return it.matches(':focus-visible') && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
        }
        """;

    /// <summary>Goes on by Tab until this holds the focus; every stop on the way must be seen to hold it.</summary>
    public async Task ToAsync(string selector)
    {
        for (var stops = 0; stops < MostStops; stops++)
        {
            await page.Keyboard.PressAsync("Tab");

            if (await IsOnAsync(selector))
            {
                Assert.True(await page.EvaluateAsync<bool>(IsSeen), $"{selector} holds the focus on {page.Url} and is not seen to");
                return;
            }
        }

        Assert.Fail($"{selector} is not reached by Tab on {page.Url}: {await page.TitleAsync()}");
    }

    /// <summary>Types into a field.</summary>
    public async Task TypeAsync(string selector, string text)
    {
        await ToAsync(selector);
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Types a moment into its parts.</summary>
    public async Task TypeMomentAsync(string id, int day, int month, int year, string time)
    {
        await TypeAsync($"#{id}-day", $"{day}");
        await TypeAsync($"#{id}-month", $"{month}");
        await TypeAsync($"#{id}-year", $"{year}");
        await TypeAsync($"#{id}-time", time);
    }

    /// <summary>Chooses one of a few or one of a list.</summary>
    public async Task ChooseAsync(string name, string value)
    {
        await ToAsync($"[name='{name}']");

        for (var choices = 0; choices < MostChoices; choices++)
        {
            if (await IsOnAsync($"input:checked[value='{value}'], select:has(option:checked[value='{value}'])"))
            {
                return;
            }

            await page.Keyboard.PressAsync(await IsOnAsync($"input[value='{value}']") ? "Space" : "ArrowDown");
        }

        Assert.Fail($"{name} has no choice {value} that arrows lead to on {page.Url}");
    }

    /// <summary>Ticks one of many.</summary>
    public async Task TickAsync(string name, string value)
    {
        await ToAsync($"[name='{name}'][value='{value}']");
        await page.Keyboard.PressAsync("Space");
        Assert.True(await IsOnAsync(":checked"));
    }

    /// <summary>Goes to a link or a button, presses Enter, and waits for the page it leads to.</summary>
    public async Task PressAsync(string selector)
    {
        await ToAsync(selector);
        await EnterAsync();
    }

    /// <summary>Presses Enter where the focus is, and waits for the page it leads to.</summary>
    public Task EnterAsync() => page.LoadsAsync(() => page.Keyboard.PressAsync("Enter"));

    private Task<bool> IsOnAsync(string selector) => page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector);
}
