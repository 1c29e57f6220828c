using System.Diagnostics.CodeAnalysis;

namespace Complaints.Domain;

/// <summary>A language the tracker speaks.</summary>
public enum Language
{
    /// <summary>English (en), the language every text has.</summary>
    English,

    /// <summary>Russian (ru).</summary>
    Russian,

    /// <summary>Kazakh (kk).</summary>
    Kazakh,
}

/// <summary>A wording for people in the languages it exists in; English always does.</summary>
public sealed record Text(string English, string? Russian = null, string? Kazakh = null)
{
    /// <summary>The wording in this language, in English where it has not been translated.</summary>
    public string In(Language language) => language switch
    {
        Language.Russian => Russian ?? English,
        Language.Kazakh => Kazakh ?? English,
        _ => English,
    };

    /// <summary>Whether there is a wording in this language.</summary>
    public bool IsIn(Language language) => language switch
    {
        Language.Russian => Russian is not null,
        Language.Kazakh => Kazakh is not null,
        _ => true,
    };

    /// <summary>Several wordings one after the other in every language, with the same sign between them.</summary>
    public static Text Join(string between, params IReadOnlyList<Text> texts) => new(
        string.Join(between, texts.Select(text => text.English)),
        string.Join(between, texts.Select(text => text.In(Language.Russian))),
        string.Join(between, texts.Select(text => text.In(Language.Kazakh))));

    /// <summary>The same, but where a language is lacking in one of them it is lacking in the whole: no line is half in one language and half in another.</summary>
    public static Text Line(string between, params IReadOnlyList<Text> texts) => new(
        string.Join(between, texts.Select(text => text.English)),
        texts.All(text => text.Russian is not null) ? string.Join(between, texts.Select(text => text.Russian)) : null,
        texts.All(text => text.Kazakh is not null) ? string.Join(between, texts.Select(text => text.Kazakh)) : null);

    /// <summary>A code, which reads the same in every language; null if there is none.</summary>
    [return: NotNullIfNotNull(nameof(code))]
    public static Text? Same(string? code) => code is null ? null : new(code, code, code);

    /// <summary>The English wording.</summary>
    public override string ToString() => English;
}
