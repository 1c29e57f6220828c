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

    /// <summary>Several wordings one after the other in every language, with the same sign between them.</summary>
    public static Text Join(string between, params IReadOnlyList<Text> texts) => new(
        string.Join(between, texts.Select(text => text.English)),
        string.Join(between, texts.Select(text => text.In(Language.Russian))),
        string.Join(between, texts.Select(text => text.In(Language.Kazakh))));

    /// <summary>The English wording.</summary>
    public override string ToString() => English;
}
