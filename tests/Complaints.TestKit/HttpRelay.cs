using System.Net.Http;
using Microsoft.AspNetCore.Http;

namespace Complaints.TestKit;

/// <summary>Hands requests and answers on as they are, save for what concerns the single connection.</summary>
internal static class HttpRelay
{
    private static readonly HashSet<string> OfTheConnection = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Host", "Transfer-Encoding", "Expect", "Upgrade",
    };

    public static HttpRequestMessage Request(HttpRequest from, Uri target)
    {
        var to = new HttpRequestMessage(new HttpMethod(from.Method), target);

        if (from.ContentLength is not null || from.Headers.TransferEncoding.Count > 0)
        {
            to.Content = new StreamContent(from.Body);
        }

        foreach (var (name, values) in from.Headers.Where(header => !OfTheConnection.Contains(header.Key)))
        {
            if (!to.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                to.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        return to;
    }

    public static async Task AnswerAsync(HttpResponseMessage from, HttpResponse to, CancellationToken cancellationToken)
    {
        to.StatusCode = (int)from.StatusCode;

        foreach (var (name, values) in from.Headers.Concat(from.Content.Headers).Where(header => !OfTheConnection.Contains(header.Key)))
        {
            to.Headers[name] = values.ToArray();
        }

        await from.Content.CopyToAsync(to.Body, cancellationToken);
    }
}
