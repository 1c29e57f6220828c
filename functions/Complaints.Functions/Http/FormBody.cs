using System.IO;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Complaints.Domain;
using Complaints.Domain.Rulebooks;
using FluentValidation;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using NodaTime;
using NodaTime.Text;

namespace Complaints.Functions.Http;

/// <summary>
/// A form as it was posted: every field as it was typed, and on asking the request it fills in. Its strings become the JSON that the other door takes,
/// so both doors refuse alike. Names that begin with an underscore belong to the form itself.
/// </summary>
internal sealed class FormBody
{
    /// <summary>The hidden field with the antiforgery token.</summary>
    public const string TokenName = "_token";

    /// <summary>The hidden field whose value makes sending twice the same as sending once.</summary>
    public const string KeyName = "_key";

    /// <summary>The hidden field with the version that was shown.</summary>
    public const string VersionName = "_version";

    /// <summary>The field that names the clock on which the form's moments are told.</summary>
    public const string ZoneName = "_zone";

    /// <summary>The header that holds the token where the form itself is read as it streams in.</summary>
    public const string TokenHeader = "RequestVerificationToken";

    /// <summary>The refusal of a form that was sent from elsewhere, or too late.</summary>
    public static readonly Refusal NotOurs = new(
        "form.not-ours", "The form was not sent from a page of this tracker, or the page is too old. Open it again.");

    /// <summary>The refusal of a form that is not encoded as forms are.</summary>
    public static readonly Refusal Unreadable = new(
        "form.unreadable", "The form holds characters that cannot be read, or is not encoded as forms are. Open the page again and type it anew.");

    private FormBody(IReadOnlyDictionary<string, IReadOnlyList<string>> typed) => Typed = typed;

    /// <summary>Whether a request is a form without files: one that can be read whole.</summary>
    public static bool IsPlain(HttpRequest http) => http.HasFormContentType && http.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) is false;

    /// <summary>A form that was kept as it was typed.</summary>
    public static FormBody Kept(IReadOnlyDictionary<string, IReadOnlyList<string>> typed) => new(typed);

    /// <summary>The fields that hold something, by name, trimmed.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Typed { get; }

    /// <summary>What marks this form as one that may be sent twice; null if the mark is missing.</summary>
    public string? Key => Of(KeyName) is { Length: > 0 } key ? key : null;

    /// <summary>The version that was shown; null if the form does not say.</summary>
    public int? Version => int.TryParse(Of(VersionName), System.Globalization.CultureInfo.InvariantCulture, out var version) ? version : null;

    /// <summary>All that was typed, in one canonical text, less the token: what makes two sendings the same.</summary>
    public string Canonical => CanonicalWithout();

    /// <summary>The same, less these fields.</summary>
    public string CanonicalWithout(params string[] names) => JsonSerializer.Serialize(
        Typed.Where(each => each.Key is not (TokenName or VersionName) && !names.Contains(each.Key)).OrderBy(each => each.Key, StringComparer.Ordinal).ToDictionary(),
        JsonBody.Options);

    /// <summary>Reads a form that was sent from one of our own pages; refused if it is no form, too large, or sent from elsewhere.</summary>
    public static async Task<Result<FormBody>> ReadAsync(HttpRequest http, IAntiforgery antiforgery, CancellationToken cancellationToken)
    {
        var sent = await ReadFromAnywhereAsync(http, cancellationToken);
        return !sent.IsAllowed(out _) || await antiforgery.IsRequestValidAsync(http.HttpContext) ? sent : NotOurs;
    }

    /// <summary>Reads a form whoever sent it: only to be shown, for nothing says that its sender wanted it.</summary>
    public static async Task<Result<FormBody>> ReadFromAnywhereAsync(HttpRequest http, CancellationToken cancellationToken)
    {
        if (!http.HasFormContentType)
        {
            return new Refusal("body.wrong-type", "This address takes a form.");
        }

        // Forms are small: documents are sent to a door of their own.
        await http.ReadWholeAsync(WholeBody.MostWithNarrative, cancellationToken);

        try
        {
            return new FormBody(TypedIn(await http.ReadFormAsync(cancellationToken)));
        }
        catch (Exception e) when (e is InvalidDataException { InnerException: not null } or NotSupportedException or IOException)
        {
            // Not supported is a charset that the framework knows by name but does not decode: utf-7. The body is here whole: what ends early is a form in parts.
            return Unreadable;
        }
        catch (InvalidDataException)
        {
            return new Refusal("body.too-large", "The form holds more than the tracker takes.");
        }
    }

    /// <summary>A form of these fields, in their order.</summary>
    public static FormBody Of(IEnumerable<KeyValuePair<string, string>> fields) => new(
        fields.GroupBy(each => each.Key, each => each.Value, StringComparer.Ordinal)
            .Select(each => KeyValuePair.Create(each.Key, Trimmed([.. each])))
            .Where(each => each.Value.Count > 0)
            .ToDictionary(StringComparer.Ordinal));

    /// <summary>
    /// A form whose token is no longer good, with a fresh one, to be sent once more by hand; null unless the browser itself says that a page of ours sent it, for what
    /// a page elsewhere planted is not shown.
    /// </summary>
    public static async Task<FormBody?> RenewedAsync(HttpRequest http, IAntiforgery antiforgery, CancellationToken cancellationToken)
    {
        if (http.Headers["Sec-Fetch-Site"] != "same-origin" || !(IsPlain(http) || IsReadWithoutFile(http)))
        {
            return null;
        }

        var typed = TypedIn(await http.ReadFormAsync(cancellationToken));
        typed[TokenName] = [antiforgery.GetAndStoreTokens(http.HttpContext).RequestToken!];
        return new FormBody(typed);
    }

    /// <summary>Whether it is a form in parts that was read whole already, and no file was chosen, which no page could give back.</summary>
    private static bool IsReadWithoutFile(HttpRequest http) =>
        http.HttpContext.Features.Get<IFormFeature>() is { Form: { } form } && form.Files.All(each => each.Length == 0);

    /// <summary>Those fields of an address that have one of these names, as if they had been typed into a form: for questions that change nothing.</summary>
    public static FormBody Of(IQueryCollection query, IEnumerable<string> names) => new(
        names.Select(name => KeyValuePair.Create(name, Trimmed(query[name]))).Where(each => each.Value.Count > 0).ToDictionary(StringComparer.Ordinal));

    /// <summary>Why a form that is read as it streams in is not taken, by the token it holds; null if one of our pages sent it.</summary>
    public static async Task<Refusal?> WhyNotOursAsync(HttpContext http, IAntiforgery antiforgery, string? token)
    {
        // Where it is looked for first, so that nobody reads the body for it.
        http.Request.Headers[TokenHeader] = token is { Length: > 0 } ? token : "none";
        return await antiforgery.IsRequestValidAsync(http) ? null : NotOurs;
    }

    /// <summary>The form less the fields with such names.</summary>
    public FormBody Without(Predicate<string> isLeftOut) => new(Typed.Where(each => !isLeftOut(each.Key)).ToDictionary(StringComparer.Ordinal));

    /// <summary>What was typed into a field; empty if nothing.</summary>
    public string Of(string name) => Typed.TryGetValue(name, out var values) ? values[0] : "";

    /// <summary>The moment typed under this name.</summary>
    public LocalMoment MomentOf(string name) =>
        new(Of($"{name}.day"), Of($"{name}.month"), Of($"{name}.year"), Of($"{name}.time"), Of($"{name}.offset"));

    /// <summary>The request this form fills in, its moments on the clock of this place; every reason why not.</summary>
    /// <param name="validator">Whether the form is filled in.</param>
    /// <param name="zone">The tz database id of the place.</param>
    /// <param name="beside">Fields of the request that the form asks in a way of its own.</param>
    /// <param name="zoneName">The field that named the place.</param>
    public Result<T> Read<T>(AbstractValidator<T> validator, string zone, JsonObject? beside = null, string zoneName = ZoneName)
        where T : class
    {
        var refusals = new List<Refusal>();
        var used = new HashSet<string>(StringComparer.Ordinal);
        var json = Object(typeof(T), "", Zones.Find(zone) ?? DateTimeZone.Utc, used, refusals) ?? [];

        foreach (var (name, value) in beside ?? [])
        {
            json[name] = value?.DeepClone();
        }

        // A moment on no clock would be counted on that of Greenwich.
        if (Zones.Find(zone) is null && used.Any(name => name.EndsWith(".time", StringComparison.Ordinal) && Typed.ContainsKey(name)))
        {
            refusals.Add(zone.Length == 0
                ? new Refusal("field.missing", "Say on which clock the moments are told.", Field: zoneName)
                : new Refusal("field.not-a-zone", $"'{Shown.Short(zone)}' is not a time zone of the tz database; one is Asia/Almaty.", Field: zoneName));
        }

        refusals.AddRange(Typed.Keys.Where(name => !name.StartsWith('_') && !used.Contains(name))
            .Select(name => new Refusal("field.unknown", $"There is no field '{name}'.", Field: name)));
        var read = JsonBody.Read<T>(JsonSerializer.SerializeToElement(json, JsonBody.Options));

        if (!read.IsAllowed(out var request))
        {
            return (Refusal[])[.. refusals, .. read.Refusals];
        }

        // A field that cannot be read is said so once, not also said to be missing.
        var missing = Problems.RefusalsOf(validator.Validate(request)).Where(each => refusals.TrueForAll(other => other.Field != each.Field));
        refusals.AddRange(missing);
        return refusals.Count > 0 ? refusals : request;
    }

    private static Dictionary<string, IReadOnlyList<string>> TypedIn(IFormCollection form) =>
        form.Select(each => KeyValuePair.Create(each.Key, Trimmed(each.Value))).Where(each => each.Value.Count > 0).ToDictionary(StringComparer.Ordinal);

    private static IReadOnlyList<string> Trimmed(IReadOnlyList<string?> values) =>
        [.. values.Select(each => each?.ReplaceLineEndings("\n").Trim() ?? "").Where(each => each.Length > 0)];

    private JsonObject? Object(Type type, string path, DateTimeZone zone, HashSet<string> used, List<Refusal> refusals)
    {
        var json = new JsonObject();

        foreach (var property in JsonBody.Options.GetTypeInfo(type).Properties)
        {
            if (Value(property.PropertyType, path + property.Name, zone, used, refusals) is { } value)
            {
                json[property.Name] = value;
            }
        }

        return json.Count > 0 ? json : null;
    }

    private JsonNode? Value(Type type, string name, DateTimeZone zone, HashSet<string> used, List<Refusal> refusals)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;

        if (plain == typeof(Instant))
        {
            used.UnionWith(LocalMoment.Parts.Select(part => $"{name}.{part}"));
            var moment = MomentOf(name).In(zone, name);
            refusals.AddRange(moment.Refusals);
            return moment.IsAllowed(out var at) && at is { } instant ? RecordJson.Text(instant) : null;
        }

        if (plain == typeof(LocalDate))
        {
            used.UnionWith(LocalMoment.PartsOfADay.Select(part => $"{name}.{part}"));
            var read = MomentOf(name).OnDay(name);
            refusals.AddRange(read.Refusals);
            return read.IsAllowed(out var on) && on is { } day ? LocalDatePattern.Iso.Format(day) : null;
        }

        if (plain != typeof(string) && JsonBody.Options.GetTypeInfo(plain).Kind is JsonTypeInfoKind.Object)
        {
            return Object(plain, name + ".", zone, used, refusals);
        }

        used.Add(name);
        var typed = Of(name);
        return plain == typeof(IReadOnlyList<string>) ? Typed.TryGetValue(name, out var values) ? new JsonArray([.. values.Select(each => JsonValue.Create(each))]) : null
            : typed.Length == 0 ? null
            : plain == typeof(int) && int.TryParse(typed, System.Globalization.CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number)
            : plain == typeof(bool) && bool.TryParse(typed, out var yes) ? JsonValue.Create(yes)
            : JsonValue.Create(typed);
    }
}
