using System.Security.Cryptography;
using System.Text;
using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Docket;

/// <summary>Requests that may be repeated: what marks them, and what is answered the second time.</summary>
internal static class Repeats
{
    /// <summary>What marks a request as one that may be repeated: <c>Idempotency-Key</c>, with the body; null if the header is not there.</summary>
    public static async Task<RepeatableRequest?> RepeatableAsync(
        this HttpRequest http, string caller, CancellationToken cancellationToken, int most = WholeBody.Most)
    {
        var key = http.Headers["Idempotency-Key"].ToString();

        if (key.Length == 0)
        {
            return null;
        }

        var whole = await http.ReadWholeAsync(most, cancellationToken);
        return Repeatable(http, caller, key, whole.Span);
    }

    /// <summary>What marks a form as one that may be sent twice: its hidden key, with all that was typed; null if the key is not there.</summary>
    public static RepeatableRequest? Repeatable(this HttpRequest http, string caller, FormBody form) =>
        form.Key is { } key ? Repeatable(http, caller, key, Encoding.UTF8.GetBytes(form.Canonical)) : null;

    /// <summary>What marks the part of a form that is about one of several complaints: the same with whichever others it is sent, and whatever these fields hold.</summary>
    public static RepeatableRequest? Repeatable(this HttpRequest http, string caller, FormBody form, string complaint, params string[] beside) =>
        form.Key is { } key ? Repeatable(http, caller, $"{key}\n{complaint}", Encoding.UTF8.GetBytes(form.CanonicalWithout(beside))) : null;

    /// <summary>What marks an upload as one that may be repeated, for its content's hash; null if the header is not there.</summary>
    public static Func<string, RepeatableRequest>? RepeatableUpload(this HttpRequest http, string caller) =>
        http.RepeatableUpload(caller, http.Headers["Idempotency-Key"].ToString());

    /// <summary>What marks an upload under this key as one that may be repeated, for its content's hash; null without a key.</summary>
    public static Func<string, RepeatableRequest>? RepeatableUpload(this HttpRequest http, string caller, string key) =>
        key.Length > 0 ? sha256 => new RepeatableRequest(KeyOf(http, caller, key), sha256) : null;

    /// <summary>The complaint as it was answered then.</summary>
    public static Task<Complaint> AsAnsweredAsync(this DocketStore docket, Complaint complaint, PastAnswer past, CancellationToken cancellationToken) =>
        docket.AsItWasAsync(complaint, past.Version, cancellationToken);

    private static RepeatableRequest Repeatable(HttpRequest http, string caller, string key, ReadOnlySpan<byte> body) => new(
        KeyOf(http, caller, key), Convert.ToHexStringLower(SHA256.HashData(body)));

    private static string KeyOf(HttpRequest http, string caller, string key) =>
        Convert.ToHexStringLower(Reference.Seed(caller, http.Method, http.Path.Value ?? "", key));
}
