using Microsoft.Playwright;

namespace Complaints.EndToEnd.Tests;

/// <summary>Waits for pages without asking them: what is waited for happens in the browser, with script or without.</summary>
internal static class Loading
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Does what leads to another page, and returns when that is loaded.</summary>
    public static async Task LoadsAsync(this IPage page, Func<Task> act)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Loaded(object? sender, IPage which) => loaded.TrySetResult();
        page.Load += Loaded;

        try
        {
            await act();
            await loaded.Task.WaitAsync(Patience);
        }
        finally
        {
            page.Load -= Loaded;
        }
    }

    /// <summary>Sends the last form of the page.</summary>
    public static Task SendAsync(this IPage page) => page.LoadsAsync(() => page.Locator("main form[method=post] button[type=submit]").Last.ClickAsync());
}
