using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Complaints.Domain.Rulebooks;

namespace Complaints.Domain.Docket;

/// <summary>What one field of the record takes, whether it is first written or corrected later.</summary>
/// <param name="Codes">The closed list it is coded with; null if it is open.</param>
/// <param name="Longest">How many characters it takes.</param>
/// <param name="IsId">Whether it is an identifier: letters, digits, and - _ . / only, so that no name gets in.</param>
/// <param name="IsZone">Whether it is a time zone of the tz database.</param>
/// <param name="IsWebAddress">Whether it is the address of a page, which somebody may come to follow.</param>
public sealed record FieldRule(
    IReadOnlyCollection<string>? Codes = null, int Longest = 500, bool IsId = false, bool IsZone = false, bool IsWebAddress = false)
{
    /// <summary>Why a value does not go into the field; null if it does. An unknown value (null) always does.</summary>
    /// <param name="field">The field as the request names it.</param>
    /// <param name="value">What is to be written.</param>
    public Refusal? Refuse(string field, string? value) => value switch
    {
        null => null,
        _ when Codes is not null && !Codes.Contains(value) =>
            new Refusal("field.not-a-code", $"'{Short(value)}' is not one of: {string.Join(", ", Codes)}.", Field: field),
        _ when value.Length > Longest =>
            new Refusal("field.too-long", string.Create(CultureInfo.InvariantCulture, $"'{field}' takes {Longest} characters at most."), Field: field),
        _ when IsZone && Zones.Find(value) is null =>
            new Refusal("field.not-a-zone", $"'{Short(value)}' is not a time zone of the tz database; one is Asia/Almaty.", Field: field),
        _ when IsId && !value.All(each => char.IsAsciiLetterOrDigit(each) || each is '-' or '_' or '.' or '/') =>
            new Refusal("field.not-an-id", $"'{field}' takes letters, digits and - _ . / only: it is a code, never a name.", Field: field),
        _ when IsWebAddress && !(Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") =>
            new Refusal("field.not-a-web-address", $"'{field}' takes the address of a page, beginning with https:// or http://.", Field: field),
        _ when value.Any(each => char.IsControl(each) && each is not ('\n' or '\r' or '\t')) =>
            new Refusal("field.control-character", $"'{field}' holds a control character; write it without.", Field: field),
        _ => null,
    };

    private static string Short(string value) => value.Length <= 60 ? value : value[..60] + "...";
}

/// <summary>The rules of the fields of the record, by name. Validators and corrections ask the same ones.</summary>
public static class FieldRules
{
    private static readonly Taxonomies Lists = Taxonomies.Shipped;

    private static readonly FrozenDictionary<string, FieldRule> All = new Dictionary<string, FieldRule>(StringComparer.Ordinal)
    {
        ["matter"] = new(Lists.Matters),
        ["complainantType"] = new(Lists.ComplainantTypes),
        ["complainant"] = new(Longest: 40, IsId: true),
        ["challengedActor"] = new(Longest: 40, IsId: true),
        ["challengedActKind"] = new(Lists.ChallengedActKinds),
        ["challengedAct"] = new(Longest: 80, IsId: true),
        ["subject"] = new(Lists.Subjects),
        ["placeZone"] = new(IsZone: true),
        ["region"] = new([.. Lists.Regions.Select(each => each.Code)]),
        ["precinct"] = new(Longest: 40),
        ["remedySought"] = new(Lists.Remedies),
        ["knownVia"] = new(Lists.KnownVia),
        ["forum"] = new(Longest: 40, IsId: true),
        ["askedOf"] = new(Longest: 40, IsId: true),
        ["forumZone"] = new(IsZone: true),
        ["forumName"] = new(Longest: 200),
        ["channel"] = new(Lists.Channels),
        ["by"] = new([Parties.Complainant, Parties.ChallengedBody, Parties.Prosecutor]),
        ["registrationNumber"] = new(Longest: 80),
        ["outcome"] = new(Lists.Outcomes),
        ["grounds"] = new(Lists.Grounds),
        ["remedy"] = new(Lists.Remedies),
        ["reasons"] = new(["full", "partial", "none"]),
        ["wording"] = new(Longest: 2_000),
        ["note"] = new(Longest: 4_000),
        ["decidedBy"] = new(Longest: 200),
        ["url"] = new(IsWebAddress: true),
        ["mode"] = new(["in_person", "online", "written"]),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FieldRule Open = new();

    /// <summary>More than any closed list has.</summary>
    private const int MostEntries = 20;

    /// <summary>The rule of a field; a field without one of its own takes 500 characters of text.</summary>
    public static FieldRule Of(string name) => All.GetValueOrDefault(name, Open);

    /// <summary>Why a list does not go into a field: too long, an entry twice, or each entry that does not.</summary>
    public static IEnumerable<Refusal> Refuse(string name, string field, IReadOnlyCollection<string?> values)
    {
        if (values.Count > MostEntries)
        {
            return [new Refusal("field.too-many", string.Create(CultureInfo.InvariantCulture, $"'{field}' takes {MostEntries} entries at most."), Field: field)];
        }

        var unfit = values.Select((each, at) => Of(name).Refuse($"{field}[{at}]", each)).OfType<Refusal>().ToArray();
        return unfit.Length == 0 && values.Distinct(StringComparer.Ordinal).Count() < values.Count
            ? [new Refusal("field.repeated", $"'{field}' names the same thing twice; each counts once.", Field: field)]
            : unfit;
    }

    /// <summary>Why a JSON value does not go into a field. What is no text and no list of texts is left to whoever reads the field.</summary>
    public static IEnumerable<Refusal> Refuse(string name, string field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Of(name).Refuse(field, value.GetString()) is { } refusal ? [refusal] : [],
        JsonValueKind.Array => Refuse(name, field, [.. value.EnumerateArray().Select(each => each.ValueKind is JsonValueKind.String ? each.GetString() : null)]),
        _ => [],
    };
}
