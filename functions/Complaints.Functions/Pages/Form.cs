using Complaints.Functions.Http;

namespace Complaints.Functions.Pages;

/// <summary>How a field of a form is asked.</summary>
public enum FieldKind
{
    /// <summary>A line of text.</summary>
    Text,

    /// <summary>Several lines of text.</summary>
    LongText,

    /// <summary>One of a list, of which it may be none.</summary>
    Choice,

    /// <summary>One of a few, all of them seen.</summary>
    FewChoices,

    /// <summary>Any of a list.</summary>
    Choices,

    /// <summary>Day, month, year and time on the clock of the place that the form names.</summary>
    Moment,

    /// <summary>Day, month and year.</summary>
    Day,

    /// <summary>A file.</summary>
    File,
}

/// <summary>Something that can be chosen.</summary>
/// <param name="Code">What is sent.</param>
/// <param name="Text">What is read.</param>
/// <param name="Group">The heading it stands under, where the list has headings.</param>
/// <param name="Tag">The language it is written in, as a tag; null where it is that of the page.</param>
public sealed record FormOption(string Code, string Text, string? Group = null, string? Tag = null);

/// <summary>A field of a form. Its label and hint are found by its name.</summary>
/// <param name="Name">The name of the field in the request it fills in.</param>
/// <param name="Kind">How it is asked.</param>
public sealed record FormField(string Name, FieldKind Kind)
{
    /// <summary>What can be chosen.</summary>
    public IReadOnlyList<FormOption> Options { get; init; } = [];

    /// <summary>Whether the form cannot be sent without it.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>Whether another answer decides that the form cannot be sent without it, as its hint says.</summary>
    public bool IsSometimesNeeded { get; init; }

    /// <summary>The most characters it takes; null where nothing limits it.</summary>
    public int? AtMost { get; init; }

    /// <summary>By what its label and hint are found; its name, unless it is asked in other words.</summary>
    public string Word { get => field ?? Name; init; }

    /// <summary>What it is called when it is sent: of a moment and of a day, the parts.</summary>
    public IEnumerable<string> Names => Kind switch
    {
        FieldKind.Moment => LocalMoment.Parts.Select(part => $"{Name}.{part}"),
        FieldKind.Day => LocalMoment.PartsOfADay.Select(part => $"{Name}.{part}"),
        _ => [Name],
    };

    /// <summary>Whether it is answered by choosing and not by typing.</summary>
    public bool IsChosen => Kind is FieldKind.Choice or FieldKind.FewChoices or FieldKind.Choices;

    /// <summary>Its id in the page.</summary>
    public string Id => Name.TrimStart('_').Replace('.', '-');

    /// <summary>What the summary of errors points to: the first thing in it that can be filled in.</summary>
    public string Target => Kind switch
    {
        FieldKind.Moment or FieldKind.Day => $"{Id}-day",
        FieldKind.FewChoices or FieldKind.Choices => $"{Id}-{(Options.Count > 0 ? Options[0].Code : "")}",
        _ => Id,
    };
}

/// <summary>Fields that stand together under a heading.</summary>
/// <param name="Heading">The key of the heading; null for none.</param>
/// <param name="Fields">The fields.</param>
public sealed record FormPart(string? Heading, IReadOnlyList<FormField> Fields);

/// <summary>Why a form was not taken.</summary>
/// <param name="Code">The code of the refusal.</param>
/// <param name="Message">The sentence that is shown.</param>
/// <param name="Field">The field it is about; null if the form as a whole.</param>
public sealed record FormError(string Code, string Message, string? Field);

/// <summary>A form as it is shown: what it holds, what was wrong with it, and the marks that make it safe to send, once or twice.</summary>
public sealed record Form
{
    /// <summary>The parts, in order.</summary>
    public required IReadOnlyList<FormPart> Parts { get; init; }

    /// <summary>The token that shows it was sent from our page.</summary>
    public required string Token { get; init; }

    /// <summary>The mark that makes sending it twice the same as sending it once.</summary>
    public required string Key { get; init; }

    /// <summary>The version of the complaint that was shown; null for a new one.</summary>
    public int? Version { get; init; }

    /// <summary>What the fields hold, by name.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Held { get; init; }

    /// <summary>Why it was not taken; empty when it is shown first.</summary>
    public IReadOnlyList<FormError> Errors { get; init; } = [];

    /// <summary>The offsets a moment may have, by its name, where the time that was typed came twice.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Offsets { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Every field, in order.</summary>
    public IEnumerable<FormField> Fields => Parts.SelectMany(part => part.Fields);

    /// <summary>What a field holds; empty if nothing.</summary>
    public string Of(string name) => Held.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : "";

    /// <summary>Whether a field holds this among other things.</summary>
    public bool Holds(string name, string value) => Held.TryGetValue(name, out var values) && values.Contains(value, StringComparer.Ordinal);

    /// <summary>What is wrong with a field.</summary>
    public IEnumerable<FormError> ErrorsOf(string name) => Errors.Where(each => each.Field == name);

    /// <summary>Where an error leads: the id of its field; null if it has none in this form.</summary>
    public string? TargetOf(FormError error) => Fields.FirstOrDefault(each => each.Name == error.Field)?.Target;
}
