using System.Collections.Frozen;
using Complaints.Domain.Admissibility.Wording;
using Complaints.Domain.Deadlines;
using Complaints.Domain.Rulebooks;

namespace Complaints.Domain.Admissibility;

/// <summary>Puts sentences together in every language at once; dates and numbers are written as in the explanation of a count.</summary>
internal static class Sayings
{
    private static readonly Catalogue English = Catalogue.Of(Language.English);
    private static readonly Catalogue Russian = Catalogue.Of(Language.Russian);
    private static readonly Catalogue Kazakh = Catalogue.Of(Language.Kazakh);

    private static readonly FrozenDictionary<string, Text> Sentences = Messages.All.Concat(Fixes.All).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The sentence of this code with its arguments.</summary>
    public static Text Say(string code, params Argument[] arguments)
    {
        var sentence = Sentences[code];
        return new Text(
            English.Fill(sentence.English, arguments), Russian.Fill(sentence.In(Language.Russian), arguments),
            Kazakh.Fill(sentence.In(Language.Kazakh), arguments));
    }

    /// <summary>Names one after the other.</summary>
    public static Text List(IEnumerable<Text> names) => Text.Join(", ", [.. names]);

    /// <summary>Citations in one line, each once; null if there is none.</summary>
    public static Text? Cite(params IEnumerable<Text?> citations)
    {
        var cited = citations.OfType<Text>().DistinctBy(each => each.English, StringComparer.Ordinal).ToArray();
        return cited.Length == 0 ? null : Text.Line("; ", cited);
    }

    /// <summary>What these rest on, each with its open question, in one line.</summary>
    public static Text? Cite(params IEnumerable<Footing?> footings) =>
        Cite(footings.OfType<Footing>().SelectMany(each => new[] { each.Citation, Text.Same(each.Ambiguity) }));
}
