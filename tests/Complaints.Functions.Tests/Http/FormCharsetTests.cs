using System.Net.Http;
using System.Text;

namespace Complaints.Functions.Tests.Http;

/// <summary>A form that says it is written in a charset nobody writes.</summary>
public sealed class FormCharsetTests(Tracker tracker)
{
    [Theory]
    [InlineData("sign-in", "utf-7")]
    [InlineData("sign-in", "no-such-charset")]
    [InlineData("complaints/drafts", "utf-7")]
    [InlineData("complaints/drafts", "utf-7; boundary=x")]
    [InlineData("follow", "utf-7")]
    public async Task Send_FormInACharsetNobodyReads_IsRefusedAndFailsNowhere(string door, string charset)
    {
        using var form = new StringContent("persona=observer-1", Encoding.UTF8);
        form.Headers.Remove("Content-Type");
        form.Headers.TryAddWithoutValidation("Content-Type", $"application/x-www-form-urlencoded; charset={charset}");

        var answer = await tracker.SendAsync(HttpMethod.Post, door, form);

        Assert.InRange(answer.Status, 400, 415);
    }
}
