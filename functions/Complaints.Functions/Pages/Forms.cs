using System.Security.Cryptography;
using Complaints.Domain;
using Complaints.Domain.Rulebooks;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Complaints.Functions.Pages;

/// <summary>Makes forms: a new one, or the one that was sent once more with what was wrong.</summary>
internal sealed class Forms(IAntiforgery antiforgery, Words words)
{
    private const int KeyBytes = 16;

    /// <summary>A form to be filled in.</summary>
    public Form New(HttpContext http, IReadOnlyList<FormPart> parts, IEnumerable<KeyValuePair<string, string>> held, int? version = null) => new()
    {
        Parts = parts,
        Token = Token(http),
        Key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes)),
        Version = version,
        Held = FormBody.Of(held).Typed,
    };

    /// <summary>The form as it was sent, with what was wrong with it.</summary>
    public Form Again(HttpContext http, IReadOnlyList<FormPart> parts, FormBody sent, string zone, IReadOnlyList<Refusal> refusals, int? version = null) =>
        Unsigned(parts, sent, zone, refusals) with { Token = Token(http), Key = sent.Key ?? "", Version = version };

    /// <summary>A form that only asks and changes nothing, so that it needs no mark of ours and may be sent from anywhere.</summary>
    public Form Unsigned(IReadOnlyList<FormPart> parts, FormBody sent, string zone, IReadOnlyList<Refusal> refusals) => new()
    {
        Parts = parts,
        Token = "",
        Key = "",
        Held = sent.Typed,
        Errors = Errors(parts, refusals),
        Offsets = parts.SelectMany(part => part.Fields)
            .Where(each => each.Kind is FieldKind.Moment && refusals.Any(refusal => refusal.Code == "moment.ambiguous" && refusal.Field == each.Name))
            .ToDictionary(each => each.Name, each => sent.MomentOf(each.Name).OffsetsIn(Zones.Find(zone) ?? DateTimeZone.Utc)),
    };

    /// <summary>The errors in the order of the fields, as they are met on the way down the page; what is about none of them comes first.</summary>
    private FormError[] Errors(IReadOnlyList<FormPart> parts, IReadOnlyList<Refusal> refusals)
    {
        var fields = parts.SelectMany(part => part.Fields).ToArray();
        return
        [
            .. refusals.Select(refusal => (Refusal: refusal, Name: refusal.Field?.Split('[')[0]))
                .Select(each => (each.Refusal, each.Name, Place: Array.FindIndex(fields, field => field.Name == each.Name)))
                .OrderBy(each => each.Place)
                .Select(each => new FormError(each.Refusal.Code, words.Refused(AsAsked(each.Refusal, each.Place < 0 ? null : fields[each.Place])), each.Name))
                .DistinctBy(each => (each.Message, each.Field)),
        ];
    }

    /// <summary>A refusal in the words in which its field is asked: under its label, and what is missing where something is to be chosen as that.</summary>
    private static Refusal AsAsked(Refusal refusal, FormField? field) => field is null ? refusal : refusal with
    {
        Field = field.Word,
        Code = refusal.Code == "field.missing" && field.IsChosen ? "field.not-chosen" : refusal.Code,
    };

    private string Token(HttpContext http) => antiforgery.GetAndStoreTokens(http).RequestToken!;
}
