using Complaints.Functions.Tests.Pages;

namespace Complaints.Functions.Tests.Access;

/// <summary>Signs a browser in as somebody invented, and sets the hour.</summary>
internal static class APersona
{
    /// <summary>Chooses a persona on the sign-in page.</summary>
    public static async Task<Shown> SignInAsync(this Browser browser, string persona, string? then = null)
    {
        var page = await browser.OpenAsync(then is null ? "/sign-in" : $"/sign-in?then={Uri.EscapeDataString(then)}");
        Assert.Equal(200, page.Status);
        var sent = await browser.SendAsync(page, ("persona", persona));
        Assert.Equal(303, sent.Status);
        return sent;
    }

    /// <summary>The status of a page.</summary>
    public static async Task<int> StatusAsync(this Browser browser, string path) => (await browser.OpenAsync(path)).Status;
}
