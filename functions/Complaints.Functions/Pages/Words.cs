using System.Collections.Concurrent;
using System.Globalization;
using Complaints.Domain;
using Complaints.Functions.Http;
using Microsoft.Extensions.Localization;

namespace Complaints.Functions.Pages;

/// <summary>What is said to people, in the language of the request: sentences of the pages, and a word for every code.</summary>
internal sealed class Words(IStringLocalizerFactory resources)
{
    private readonly ConcurrentDictionary<string, IStringLocalizer> lists = new(StringComparer.Ordinal);

    /// <summary>The language of the request.</summary>
    public static Language Language => Languages.Current;

    /// <summary>A sentence of the pages, with what belongs in its holes.</summary>
    public string this[string key, params object[] arguments] =>
        arguments.Length == 0 ? List("Page")[key].Value : string.Format(CultureInfo.InvariantCulture, List("Page")[key].Value, arguments);

    /// <summary>The word for a code of a list; the code itself where the list does not have it, as with a forum of another rulebook.</summary>
    public string Of(string list, string? code) => Find(list, code) ?? code ?? this["unknown"];

    /// <summary>The word for a member of an enumeration, whose name is that of the list.</summary>
    public string Of<T>(T code)
        where T : struct, Enum => Of(typeof(T).Name, code.ToString());

    /// <summary>The word for a code of a list; null where the list does not have it.</summary>
    public string? Find(string list, string? code) =>
        code is not null && List(list)[code] is { ResourceNotFound: false } word ? word.Value : null;

    /// <summary>The label of a form's field.</summary>
    public string Label(string field) => Of("Label", field);

    /// <summary>The label of a field as it is sent: of a moment, with the part of it.</summary>
    public string LabelOfPart(string name)
    {
        var part = name.Split('.')[^1];
        return LocalMoment.Parts.Contains(part) && name.Length > part.Length ? $"{Label(name[..^(part.Length + 1)])}: {Of("Page", $"moment.{part}")}" : Label(name);
    }

    /// <summary>A refusal in a sentence, with its citation: by its code, else in the words of the room that refused.</summary>
    public string Refused(Refusal refusal)
    {
        var sentence = Find("Refusal", refusal.Code) is { } words
            ? string.Format(CultureInfo.InvariantCulture, words, Label(NameOf(refusal.Field)), refusal.Named)
            : refusal.Message;
        return refusal.Citation is null ? sentence : $"{sentence} ({refusal.Citation.In(Language)})";
    }

    /// <summary>The field without its place in a list, and a corrected one as the entry itself names it.</summary>
    private static string NameOf(string? field) => field?.Split('[')[0] is not { } name ? ""
        : name.StartsWith("new.", StringComparison.Ordinal) ? name[4..] : name;

    private IStringLocalizer List(string name) =>
        lists.GetOrAdd(name, _ => resources.Create($"Pages.Vocabulary.{name}", typeof(Words).Assembly.GetName().Name!));
}
