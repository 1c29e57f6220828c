using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace Complaints.Functions.Access;

/// <summary>Reads the header <c>X-MS-CLIENT-PRINCIPAL</c> that App Service Authentication sends: base64 of JSON with claims.</summary>
internal static class Principal
{
    private const long Latest = 253_402_300_800;

    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    private const string RoleUri = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role";
    private const string ObjectIdUri = "http://schemas.microsoft.com/identity/claims/objectidentifier";
    private const string IdUri = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier";

    /// <summary>The claims that say who it is, the best first: the id that an administrator of the provider sees, then the one made for this app alone.</summary>
    private static readonly string[] Ids = [ObjectIdUri, "oid", IdUri, "sub"];

    /// <summary>The caller the header names; null if it cannot be read.</summary>
    /// <param name="header">What the header holds.</param>
    /// <param name="claim">The claim that alone says who it is; null for the usual ones, in an order of their own wherever they stand.</param>
    public static Caller? Read(string header, string? claim)
    {
        try
        {
            using var principal = JsonDocument.Parse(Convert.FromBase64String(header));
            var root = principal.RootElement;
            var claims = Claims(root).ToArray();
            var roleType = Text(root, "role_typ");
            var roles = RoleCodes.Read(claims.Where(each => each.Type is "roles" or "role" or RoleUri || each.Type == roleType).Select(each => each.Value));
            string? ValueOf(string type) => claims.FirstOrDefault(each => each.Type == type).Value;
            var name = claim is not null ? ValueOf(claim)
                : Ids.Select(ValueOf).FirstOrDefault(each => each is not null) ?? ValueOf(Text(root, "name_typ") ?? "name") ?? Text(root, "user_id");
            return name is null ? null : Caller.Known(name, roles) with { SignedInAt = Moment(claims.FirstOrDefault(each => each.Type == "iat").Value) };
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static IEnumerable<(string? Type, string? Value)> Claims(JsonElement root) =>
        root.TryGetProperty("claims", out var claims)
            ? claims.EnumerateArray().Select(each => (Text(each, "typ"), Text(each, "val")))
            : [];

    /// <summary>When a token was issued, in seconds since 1970; null where that is not said or no such number.</summary>
    private static Instant? Moment(string? seconds) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var since) && since < Latest ? Instant.FromUnixTimeSeconds(since) : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
