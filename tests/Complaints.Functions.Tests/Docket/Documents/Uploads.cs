using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;

namespace Complaints.Functions.Tests.Docket.Documents;

/// <summary>Sends documents as a form does, and takes them back.</summary>
internal static class Uploads
{
    /// <summary>A PDF as far as anybody can tell who does not look behind its first bytes.</summary>
    public static byte[] Pdf(int length) => [.. "%PDF-1.7\n"u8, .. new byte[length]];

    public static Task<Answer> UploadAsync(
        this Tracker tracker, AComplaint complaint, byte[] bytes, string name = "a.pdf", params (string Name, string Value)[] headers)
    {
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileName = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(name)), FileNameStar = name };
        return tracker.SendAsync(HttpMethod.Post, $"{complaint.Path}/documents", new MultipartFormDataContent { file }, headers);
    }

    /// <summary>What the first document of a complaint has in it now; the query, if any, with its question mark.</summary>
    public static async Task<(int Status, byte[] Bytes, string? Name)> DownloadAsync(
        this Tracker tracker, AComplaint complaint, string query = "", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{complaint.Path}/documents/1{query}");

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await tracker.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (
            (int)answer.StatusCode,
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
            answer.Content.Headers.ContentDisposition?.FileNameStar);
    }
}
