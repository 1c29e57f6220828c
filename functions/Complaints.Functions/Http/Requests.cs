using System.Globalization;
using Complaints.Domain;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Http;

/// <summary>What a request says in its headers.</summary>
internal static class Requests
{
    /// <summary>Whether the caller takes an answer compressed with gzip.</summary>
    public static bool TakesGzip(this HttpRequest http) => http.GetTypedHeaders().AcceptEncoding
        .Any(each => each.Quality is not 0 && each.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase));

    /// <summary>The version the caller read, from <c>If-Match</c>; null if it does not say.</summary>
    public static Result<int?> IfMatch(this HttpRequest http)
    {
        var header = http.Headers.IfMatch.ToString();

        return header.Length == 0 || header == "*" ? (int?)null
            : int.TryParse(header.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? (int?)version
            : new Refusal("request.if-match-malformed", "If-Match holds the ETag of the complaint as it was read, for example \"3\".", Field: "If-Match");
    }
}
