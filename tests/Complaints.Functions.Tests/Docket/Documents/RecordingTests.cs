using System.Net;

namespace Complaints.Functions.Tests.Docket.Documents;

/// <summary>Recordings are given out only to who has seen what the law says of them.</summary>
public sealed class RecordingTests(Tracker tracker)
{
    public static TheoryData<string, bool> Kinds => new() { { "mp4", true }, { "jpg", true }, { "png", true }, { "heic", true }, { "pdf", false }, { "txt", false } };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Read_WithoutTheWarning_IsRefusedForRecordingsAlone(string kind, bool isRecording)
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        var bytes = kind switch { "mp4" => Pictures.Mp4(), "jpg" => Pictures.Jpeg(), "png" => Pictures.Png(), "heic" => Pictures.Heic(), "pdf" => Uploads.Pdf(10), _ => "text"u8.ToArray() };
        Assert.Equal(201, (await tracker.UploadAsync(complaint, bytes)).Status);

        var unwarned = await tracker.GetAsync($"{complaint.Path}/documents/1");
        var copied = await tracker.GetAsync($"{complaint.Path}/documents/1?copy=shared&warned=false");
        var page = WebUtility.HtmlDecode((await tracker.GetAsync($"complaints/{complaint.Id}/documents/1")).Text);

        if (isRecording)
        {
            Assert.All([unwarned, copied], each => Assert.Equal((428, "document.warning-not-seen"), (each.Status, each.Codes.Single())));
            Assert.Contains("note 60", unwarned.Json.GetProperty("refusals")[0].GetProperty("citation").GetString(), StringComparison.Ordinal);
            Assert.Contains("can be used only as evidence", unwarned.Text, StringComparison.Ordinal);
            Assert.Equal(bytes, (await tracker.DownloadAsync(complaint, "?warned=true")).Bytes);
            Assert.Equal(428, (await tracker.GetAsync($"complaints/{complaint.Id}/documents/1/file")).Status);
        }
        else
        {
            Assert.Equal(bytes, (await tracker.DownloadAsync(complaint)).Bytes);
        }

        Assert.Equal(isRecording, page.Contains("only as evidence", StringComparison.Ordinal));
        Assert.Equal(isRecording, page.Contains("name=\"warned\"", StringComparison.Ordinal));
        Assert.Contains("value=\"shared\"", page, StringComparison.Ordinal);
    }

    // A bundle holds no documents; whoever reads what happened is told what may be done with those it names.
    [Fact]
    public async Task Bundle_WithARecording_SaysWhatMayBeDoneWithIt()
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        await tracker.UploadAsync(complaint, Uploads.Pdf(10));
        Assert.DoesNotContain("only as evidence", await TimelineAsync(complaint), StringComparison.Ordinal);
        await tracker.UploadAsync(complaint, Pictures.Png());

        Assert.Contains("Documents that are recordings: 2. The recorded material can be used only as evidence", await TimelineAsync(complaint), StringComparison.Ordinal);
    }

    private async Task<string> TimelineAsync(AComplaint complaint) => System.Text.Encoding.UTF8.GetString(
        Papers.Parts(await tracker.Http.GetByteArrayAsync($"{complaint.Path}/bundle", TestContext.Current.CancellationToken))["timeline.txt"]);

    [Theory]
    [InlineData("ru", "только как доказательства")]
    [InlineData("kk", "дәлел ретінде")]
    public async Task Show_Recording_WarnsInTheReadersLanguage(string language, string words)
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        await tracker.UploadAsync(complaint, Pictures.Png());

        var page = await tracker.GetAsync($"complaints/{complaint.Id}/documents/1", ("Accept-Language", language));

        Assert.Contains(words, WebUtility.HtmlDecode(page.Text), StringComparison.Ordinal);
    }
}
