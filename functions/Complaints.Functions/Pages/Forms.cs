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
    public Form New(HttpContext http, IReadOnlyList<FormPart> parts, IReadOnlyDictionary<string, string> held, int? version = null) => new()
    {
        Parts = parts,
        Token = Token(http),
        Key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes)),
        Version = version,
        Held = held.ToDictionary(each => each.Key, each => (IReadOnlyList<string>)[each.Value]),
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
        Errors = [.. refusals.Select(each => new FormError(each.Code, words.Refused(each), each.Field?.Split('[')[0])).DistinctBy(each => (each.Message, each.Field))],
        Offsets = parts.SelectMany(part => part.Fields)
            .Where(each => each.Kind is FieldKind.Moment && refusals.Any(refusal => refusal.Code == "moment.ambiguous" && refusal.Field == each.Name))
            .ToDictionary(each => each.Name, each => sent.MomentOf(each.Name).OffsetsIn(Zones.Find(zone) ?? DateTimeZone.Utc)),
    };

    private string Token(HttpContext http) => antiforgery.GetAndStoreTokens(http).RequestToken!;
}
