using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Complaints.Functions.Tests.Hostile;

/// <summary>What is put where something sensible is expected, and how a sensible text is spoiled.</summary>
internal static partial class Malice
{
    private static readonly string Long = new('ж', 50_000);

    private static readonly string[] Texts =
    [
        "", " ", "\u0000", "a\u0000b", "\u202Egnp.exe", "\uFEFF", "\u200F\u200F", "\r\nX-Injected: 1", "<script>alert(1)</script>", "' OR 1 eq 1", "%s%n", "../../etc/passwd", "${jndi:x}", "{{7*7}}",
        "null", "undefined", "NaN", "true", "-1", "0", "1e400", "99999999999999999999", "١٢٣", "０", "\U0001F5F3", "İıſK", Long, "Asia/Almaty\u0000", "Mars/Phobos", "Etc/GMT+25", "kz-2021~0", "~", "c:", "a|b",
        "0000-00-00T00:00:00Z", "2021-02-30T10:00:00+06:00", "9999-12-31T23:59:59.999999999-18:00", "-9998-01-01T00:00:00+18:00", "1972-01-01T00:00:00Z", "2198-12-31T23:59:59Z", "2021-01-10T10:00:00+25:00",
        "2021-01-10T24:00:00+06:00", "2021-01-10T23:59:60Z", "2021-01-10", "2021-W02-7", "10.01.2021", "2021-01-10T10:00:00 Asia/Almaty", "PEC", "SC", "CEC", "complaint", "application", "Decide", "LimitPassed", "Correct", "KZ-2021H2", "KZ-2020@99",
    ];

    private static readonly string[] Json =
    [
        "null", "true", "[]", "{}", "[null]", "[{}]", "-0", "1.5", "1e400", "-1", "2147483648", "99999999999999999999", "\"\\ud800\"", "\"\\udc00x\"", "\"\\u0000\"", "[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]", "{\"a\":{\"a\":1,\"a\":2}}", "nul", "'a'", "01", "+1", "\"",
    ];

    private static readonly string[] Segments =
    [
        "%", "%zz", "%00", "%2F..%2F", "%ff%fe", "%c0%ae%c0%ae", "..", ".", "%20", "x%0d%0aX-Injected:1", "-1", "0", "1", "99999999999", "1.0", "kz21p-4f7k2q9d-x", "zz-00000000-0", "%D0%B9", "{id}", "a;b=c", "a'b", "Lodge", "Correct", "BecomeFinal", "lodge", "*", "%25", "%u0041", "kz-2021", "KZ-2020@1", "KZ-2020",
    ];

    private static readonly string[] Queries =
    [
        "?", "?%", "?%ff=%fe", "?election=", "?election[]=x", "?after=%00", "?after=zz", "?due=overdue&due=3d", "?due=never", "?stage=Nothing&instance=1", "?lang=xx", "?lang=kk", "?proceeding=99999999999", "?proceeding=-1", "?proceeding=1",
        "?dryRun=maybe", "?dryRun=true", "?format=csv", "?format=exe", "?rulebook=KZ-2020@1", "?rulebook=%00", "?rulebook=", "?done=Lodge", "?done=%3Cscript%3E", "?a=1&a=2&A=3", "?=x", "?subject=%F0%9F%97%B3", "?reference=kz21p-4f7k2q9d-x", "?reference=%D0%B9",
    ];

    private static readonly string[] Headers =
    [
        "If-Match: *", "If-Match: \"1\"", "If-Match: W/\"1\"", "If-Match: \"99999999999\"", "If-Match: \"1\", \"2\"", "If-Match: x", "If-Match: ", "If-None-Match: *", "Idempotency-Key: one", "Idempotency-Key: \u00e9\u00ff", "Idempotency-Key: ", "Range: bytes=0-1", "Range: bytes=9-1",
        "Range: bytes=0-0,2-3,-1", "Accept-Language: xx-YY;q=9, *;q=-1", "Accept-Language: kk", "Accept-Language: \u00ff", "Accept: application/xml", "Cookie: complaints-form=x; complaints-form=y", "Cookie: =;;=", "Origin: https://elsewhere.example", "Origin: null", "Sec-Fetch-Site: cross-site",
        "X-Forwarded-For: 1.2.3.4, x", "X-Forwarded-Host: elsewhere.example", "X-Forwarded-Proto: gopher", "X-HTTP-Method-Override: DELETE", "Content-Encoding: gzip", "Expect: 100-continue", "Content-Language: kk", "traceparent: 00-x-y-z", "x-ms-invocation-id: x", "Content-Type: application/json; charset=utf-16",
        "Content-Type: text/plain", "Content-Type: multipart/form-data", "Content-Type: multipart/form-data; boundary=\"\"", "Content-Type: ;;;", "Content-Type: application/x-www-form-urlencoded; charset=utf-7", "Content-Type: application/json; charset=\"", "Host: elsewhere.example", "X-MS-CLIENT-PRINCIPAL: %%%",
        "X-MS-CLIENT-PRINCIPAL: eyJjbGFpbXMiOiBbbnVsbF19", "X-MS-CLIENT-PRINCIPAL: bnVsbA==", "X-MS-CLIENT-PRINCIPAL: W10=", "X-MS-CLIENT-PRINCIPAL: eyJjbGFpbXMiOnt9fQ==", "X-MS-CLIENT-PRINCIPAL: eyJjbGFpbXMiOlt7InR5cCI6InN1YiIsInZhbCI6MX1dfQ==", "X-MS-CLIENT-PRINCIPAL: ",
    ];

    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "get", "FOO", "PROPFIND"];

    public static string Segment(Random random) => random.Next(12) == 0 ? new string('a', 2_000) : Of(random, Segments);

    public static string Query(Random random) => random.Next(12) == 0 ? $"?a={new string('b', 4_000)}" : Of(random, Queries);

    public static string Header(Random random) => random.Next(20) == 0 ? $"Idempotency-Key: {new string('k', 8_000)}" : Of(random, Headers);

    public static string Method(Random random) => Of(random, Methods);

    /// <summary>A body with something in it as it should not be; bytes that are Latin-1 letters here.</summary>
    public static string Spoil(string body, Random random) => random.Next(10) switch
    {
        < 5 when Value().Matches(body) is { Count: > 0 } values => Replace(body, values[random.Next(values.Count)], random),
        5 => body[..random.Next(body.Length + 1)],
        6 => body.Insert(random.Next(body.Length + 1), Of(random, ["\u00ff", "\u0000", "\u00c3\u0028", "\u00ed\u00a0\u0080", "\u00ef\u00bb\u00bf", "\"", "{", "}", ",", "\\", "\r\n", "--b", "&", "=", "%", ";"])),
        7 when Name().Matches(body) is { Count: > 0 } names => body.Insert(names[random.Next(names.Count)].Index, Of(random, ["\"x\":1,", "\"at\":null,", "\"step\":\"Lodge\",", "\"__proto__\":{},", "\"\\ud800\":1,", "\"election\":\"kz-2021\",", "\"narrative\":1,"])),
        8 => string.Concat(Enumerable.Repeat("{\"a\":", 2_000)),
        _ => body + Of(random, [body, "x", "\u0000", " ", "[]"]),
    };

    private static string Replace(string body, Match value, Random random)
    {
        var isText = value.Value.StartsWith('"') && random.Next(3) > 0;
        var with = isText ? $"\"{Escape(Of(random, Texts))}\"" : value.Value.StartsWith('"') || value.Value is "true" or "false" ? Of(random, Json) : Uri.EscapeDataString(Of(random, Texts));
        return body[..value.Index] + with + body[(value.Index + value.Length)..];
    }

    /// <summary>As JSON, and then as the bytes of UTF-8.</summary>
    private static string Escape(string text)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        var json = string.Concat(escaped.Select(each => each < ' ' ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)each:x4}") : each.ToString()));
        return Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(json));
    }

    private static string Of(Random random, string[] all) => all[random.Next(all.Length)];

    /// <summary>A value in JSON, a form, a table or a part's header.</summary>
    [GeneratedRegex("(?<=:)(\"[^\"]*\"|true|false|-?\\d+)|(?<==)[^&=;\\s]*|(?<=,)[^,\\n{}\\[\\]:\"]+(?=[,\\n])")]
    private static partial Regex Value();

    [GeneratedRegex("\"\\w+\":")]
    private static partial Regex Name();
}
