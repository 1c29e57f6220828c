using System.Net.Http;
using System.Text;

namespace Complaints.Functions.Tests.Http;

/// <summary>A form that says it is written in a charset nobody writes, or in parts that it has not.</summary>
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

    // It is looked into for what its sender could send once more.
    [Theory]
    [InlineData("manage/rulebooks")]
    [InlineData("complaints/drafts")]
    public async Task Send_FormInPartsThatEndsEarlyByNobodyKnown_IsRefusedAndFailsNowhere(string door)
    {
        using var form = new StringContent("{}", Encoding.UTF8);
        form.Headers.Remove("Content-Type");
        form.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");

        var answer = await tracker.SendAsync(HttpMethod.Post, door, form, ("X-MS-CLIENT-PRINCIPAL", "bnVsbA=="));

        Assert.Equal(401, answer.Status);
    }
}
