using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Complaints.Functions.Tests.Access;
using Complaints.Functions.Tests.Rulebooks;

namespace Complaints.Functions.Tests.Hostile;

/// <summary>One request as it goes over the wire: a door of the built program, called as it should be and then spoiled in one to three places.</summary>
/// <param name="Door">The door.</param>
/// <param name="Role">Who calls; null for nobody.</param>
/// <param name="Bytes">All of it.</param>
/// <param name="IsCutOff">Whether it ends before its own end.</param>
internal sealed partial record AnInput(ADoor Door, string? Role, byte[] Bytes, bool IsCutOff)
{
    private static readonly string?[] Roles = ["coordinator", "coordinator", "observer", "analyst", "administrator", "nobody", null, null, null];

    /// <summary>The same for the same seed and number, but for the names of the scene.</summary>
    public static AnInput Of(int seed, int number, Scene scene)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        var door = ADoor.All[random.Next(ADoor.All.Count)];
        var role = Roles[random.Next(Roles.Length)];
        var (method, path, query) = (door.Method, PathOf(door, scene), scene.QueryOf(door.Name));
        var (type, body) = door.Method is "GET" or "HEAD" or "DELETE" ? ("", "") : scene.BodyOf(door.Name);
        body = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(body));
        var headers = new List<string>();
        var isCutOff = false;

        for (var spoils = random.Next(1, 4); spoils > 0; spoils--)
        {
            switch (random.Next(body.Length > 0 ? 14 : 5))
            {
                case 0:
                    path = SpoiltPath(path, random);
                    break;
                case 1:
                    query = Malice.Query(random);
                    break;
                case 2 or 3:
                    headers.Add(Malice.Header(random));
                    break;
                case 4:
                    method = random.Next(4) == 0 ? Malice.Method(random) : method;
                    break;
                case 5:
                    isCutOff = random.Next(10) == 0;
                    break;
                default:
                    body = Malice.Spoil(body, random);
                    break;
            }
        }

        // On a laptop who sends no principal is the whole mission.
        var known = headers.Contains("X-MS-CLIENT-PRINCIPAL: ") ? null : role;
        return new AnInput(door, known, Wire(method, path + query, type, body, role, scene.Cookie, headers), isCutOff);
    }

    /// <summary>A door called as it should be, by whoever may do everything.</summary>
    public static AnInput Plain(ADoor door, Scene scene)
    {
        var (type, body) = door.Method is "GET" or "HEAD" or "DELETE" ? ("", "") : scene.BodyOf(door.Name);
        return new AnInput(door, null, Wire(door.Method, PathOf(door, scene) + scene.QueryOf(door.Name), type, Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(body)), null, scene.Cookie, []), IsCutOff: false);
    }

    /// <summary>What it is, in a few words that name nobody.</summary>
    public override string ToString() => $"{Door.Name} as {Role ?? "nobody"}: {Encoding.Latin1.GetString(Bytes, 0, Math.Min(Bytes.Length, 1_500))}";

    private static string PathOf(ADoor door, Scene scene) => "/" + Parameter().Replace(door.Route, each => each.Groups["name"].Value switch
    {
        "id" when door.Route.Contains("rulebooks", StringComparison.Ordinal) => "KZ-2020",
        "id" => scene.ComplaintFor(door.Name),
        "election" => door.Route.Contains("/team", StringComparison.Ordinal) ? scene.OfOthers.Id : scene.Election.Id,
        "draft" => scene.DraftFor(door.Name),
        "question" => door.Route.StartsWith("check/", StringComparison.Ordinal) ? "act" : "story",
        "n" => "1",
        "step" => "Appeal",
        "fact" => "publication",
        "field" => "occurredAt",
        "person" => "somebody",
        "root" => "",
        _ => "x",
    });

    private static string SpoiltPath(string path, Random random)
    {
        var parts = path.Split('/');
        parts[random.Next(1, parts.Length)] = Malice.Segment(random);
        return string.Join('/', parts);
    }

    private static byte[] Wire(string method, string target, string type, string body, string? role, string cookie, List<string> headers)
    {
        bool Has(string name) => headers.Exists(each => each.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase));
        var all = new List<string> { $"{method} {target} HTTP/1.1" };

        if (!Has("Host"))
        {
            all.Add("Host: 127.0.0.1");
        }

        if (type.Length > 0 && !Has("Content-Type"))
        {
            all.Add($"Content-Type: {type}");
        }

        if (role is not null && !Has("X-MS-CLIENT-PRINCIPAL"))
        {
            all.Add($"X-MS-CLIENT-PRINCIPAL: {Sign.As(role).Value}");
        }

        if (!Has("Cookie"))
        {
            all.Add($"Cookie: {cookie}");
        }

        if (type.Length > 0)
        {
            all.Add(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}"));
        }

        return Encoding.Latin1.GetBytes(string.Join("\r\n", [.. all, .. headers, "", ""]) + body);
    }

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)[^{}/]*\}")]
    private static partial Regex Parameter();
}
