using System.Globalization;
using System.IO;
using System.Net.Sockets;
using System.Text;

namespace Complaints.Functions.Tests.Docket.Documents;

/// <summary>How large documents may be, one and all together, in a tracker with small limits.</summary>
public sealed class DocumentLimitTests(OwnStorage storage) : IClassFixture<OwnStorage>
{
    private const int One = 300_000;
    private const int All = 700_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Add_LargerThanOneMayBe_IsToldTheLimitAndTheWayOut()
    {
        await using var tracker = await StartAsync();
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());

        var added = await tracker.UploadAsync(complaint, Uploads.Pdf(One));

        Assert.Equal((413, "document.too-large"), (added.Status, added.Codes.Single()));
        Assert.Contains(One.ToString(CultureInfo.InvariantCulture), added.Text, StringComparison.Ordinal);
        Assert.Equal(["Recorded"], await complaint.HistoryAsync());
    }

    [Fact]
    public async Task Add_MoreThanAComplaintMayHave_IsToldHowMuchIsLeft()
    {
        await using var tracker = await StartAsync();
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        Assert.Equal(201, (await tracker.UploadAsync(complaint, Uploads.Pdf(290_000))).Status);
        Assert.Equal(201, (await tracker.UploadAsync(complaint, Uploads.Pdf(290_000))).Status);
        var left = All - (2 * Uploads.Pdf(290_000).Length);

        var full = await tracker.UploadAsync(complaint, Uploads.Pdf(left));
        var early = await tracker.UploadAsync(complaint, Uploads.Pdf(250_000));
        var fitting = await tracker.UploadAsync(complaint, Uploads.Pdf(left - 9));
        var nothingLeft = await tracker.UploadAsync(complaint, Uploads.Pdf(0));

        Assert.All([full, early, nothingLeft], each => Assert.Equal((413, "document.complaint-full"), (each.Status, each.Codes.Single())));
        Assert.Contains(left.ToString(CultureInfo.InvariantCulture), full.Text, StringComparison.Ordinal);
        Assert.True(fitting.Status == 201, fitting.Text);
    }

    [Fact]
    public async Task Add_ManyAtOnceIntoTheLastRoom_TogetherStayUnderTheLimit()
    {
        await using var tracker = await StartAsync();
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());

        var added = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => tracker.UploadAsync(complaint, Uploads.Pdf(290_000))));

        Assert.All(added, each => Assert.True(each.Status is 201 or 413, each.Text));
        Assert.Equal(2, added.Count(each => each.Status == 201));
        Assert.All(added.Where(each => each.Status == 413), each => Assert.Equal("document.complaint-full", each.Codes.Single()));
        Assert.Equal(2, (await complaint.ReadAsync()).GetProperty("documents").GetArrayLength());
    }

    // Whoever says in advance that too much will come is answered before a byte of it.
    [Theory]
    [InlineData(One + 70_000, "document.too-large")]
    [InlineData(2_000_000_000, "document.too-large")]
    public async Task Add_TooMuchAnnounced_IsAnsweredBeforeItIsSent(long announced, string code)
    {
        await using var tracker = await StartAsync();
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        using var client = new TcpClient();
        await client.ConnectAsync(tracker.Http.BaseAddress!.Host, tracker.Http.BaseAddress.Port, Stop);
        await using var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(string.Create(
                CultureInfo.InvariantCulture,
                $"POST /{complaint.Path}/documents HTTP/1.1\r\nHost: {tracker.Http.BaseAddress.Authority}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: {announced}\r\n\r\n")),
            Stop);
        using var reader = new StreamReader(stream);

        Assert.Equal("HTTP/1.1 413 Payload Too Large", await reader.ReadLineAsync(Stop));
        var buffer = new char[4096];
        var text = new StringBuilder();

        while (!text.ToString().Contains(code, StringComparison.Ordinal))
        {
            var count = await reader.ReadAsync(buffer, Stop);
            Assert.True(count > 0, text.ToString());
            text.Append(buffer, 0, count);
        }
    }

    private Task<Tracker> StartAsync() => Tracker.StartAsync(
        storage.Direct, null, ("COMPLAINTS_LARGEST_DOCUMENT_BYTES", One.ToString(CultureInfo.InvariantCulture)), ("COMPLAINTS_LARGEST_COMPLAINT_BYTES", All.ToString(CultureInfo.InvariantCulture)));
}
