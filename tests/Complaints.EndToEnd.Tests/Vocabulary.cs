using System.IO;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Complaints.TestKit;

namespace Complaints.EndToEnd.Tests;

/// <summary>What the resources of the pages say in each language, to be found again in what a page shows.</summary>
internal static partial class Vocabulary
{
    // Shorter pieces of a sentence are found in others by chance.
    private const int Telling = 12;

    private static readonly string Folder = Repository.PathOf("functions", "Complaints.Functions", "Pages", "Vocabulary");

    private static readonly Dictionary<string, Dictionary<string, string>> ByLanguage = Chromium.Languages.ToDictionary(each => each, Read);

    // What only the other languages say: whole words, and pieces of sentences.
    private static readonly Dictionary<string, (ILookup<string, (string Language, string Key)> Whole, List<(string Language, string Key, string Piece)> Pieces)> Foreign =
        Chromium.Languages.ToDictionary(each => each, ForeignTo);

    // Proper names that are written so in every language.
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "English", "Frontend" };

    /// <summary>The name of the tracker.</summary>
    public static string Product(string language) => ByLanguage[language]["Page.product"];

    /// <summary>What a page should not say in this language: a sentence of another one, the key of a word, a word in letters its readers do not use.</summary>
    /// <param name="language">The page's language.</param>
    /// <param name="texts">Every text of the page, less what people typed and what is the same in every language.</param>
    public static IEnumerable<string> NotOf(string language, IEnumerable<string> texts)
    {
        var (whole, pieces) = Foreign[language];

        foreach (var text in texts)
        {
            foreach (var word in whole[text])
            {
                yield return $"'{text}' is {word.Language} ({word.Key})";
            }

            foreach (var (from, key, piece) in pieces.Where(each => text.Contains(each.Piece, StringComparison.Ordinal)))
            {
                yield return $"'{text}' holds '{piece}', which is {from} ({key})";
            }

            if (Key().IsMatch(text))
            {
                yield return $"'{text}' looks like the key of a word";
            }

            foreach (Match word in (language == "en" ? Cyrillic() : Latin()).Matches(text))
            {
                if (!Names.Contains(word.Value))
                {
                    yield return $"'{word.Value}' in '{text}' is in other letters";
                }
            }
        }
    }

    private static (ILookup<string, (string Language, string Key)> Whole, List<(string Language, string Key, string Piece)> Pieces) ForeignTo(string language)
    {
        var own = ByLanguage[language];
        var said = string.Join('\n', own.Values);
        var others = ByLanguage.Where(each => each.Key != language)
            .SelectMany(each => each.Value, (from, word) => (Language: from.Key, word.Key, word.Value))
            .Where(each => own.GetValueOrDefault(each.Key) != each.Value)
            .ToList();
        return (
            others.Where(each => !own.ContainsValue(each.Value)).ToLookup(each => each.Value, each => (each.Language, each.Key), StringComparer.Ordinal),
            [
                .. others.SelectMany(each => Hole().Split(each.Value), (from, piece) => (from.Language, from.Key, Piece: piece.Trim()))
                    .Where(each => each.Piece.Length >= Telling && !said.Contains(each.Piece, StringComparison.Ordinal)),
            ]);
    }

    private static Dictionary<string, string> Read(string language) => Directory.EnumerateFiles(Folder, "*.resx")
        .Select(path => (Path: path, Parts: Path.GetFileName(path).Split('.')))
        .Where(each => each.Parts is [_, "resx"] ? language == "en" : each.Parts[1] == language)
        .SelectMany(
            each => XDocument.Load(each.Path).Root!.Elements("data"),
            (from, data) => KeyValuePair.Create($"{from.Parts[0]}.{data.Attribute("name")!.Value}", data.Element("value")!.Value))
        .ToDictionary(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"^[a-z]+(?:[._][a-z-]+)+$")]
    private static partial Regex Key();

    [GeneratedRegex(@"\p{IsCyrillic}{2,}")]
    private static partial Regex Cyrillic();

    // A word, and no part of a reference, a pseudonym, an address, a site, a zone or the name of a rulebook; what is all capitals is a code, and what
    // stands alone in quotation marks is a name that must be written so.
    [GeneratedRegex(@"(?<![\w/@.-])(?!(?<=[«'])[a-z]+[»'])(?=[A-Z]*[a-z])[A-Za-z]{3,}(?![\w/@-]|\.[a-z])")]
    private static partial Regex Latin();
}
