using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Deadlines;

/// <summary>One step of a count in one language, with the place in the law it follows.</summary>
public sealed record ExplainedStep(string Text, Text? Citation);

/// <summary>One step of a count before it is put into words: which sentence, with what in it, resting on what.</summary>
public sealed record ExplanationStep(string Template, IReadOnlyList<Argument> Arguments, Text? Citation);

/// <summary>Something a sentence of an explanation speaks of.</summary>
public abstract record Argument
{
    private protected Argument()
    {
    }

    /// <summary>A day of the calendar.</summary>
    public sealed record Day(LocalDate Value) : Argument;

    /// <summary>A moment, told in the local time of a zone.</summary>
    public sealed record Moment(Instant Value, DateTimeZone Zone) : Argument;

    /// <summary>A number of units.</summary>
    public sealed record Span(int Value, Unit Unit) : Argument;

    /// <summary>A code every language has a word for.</summary>
    public sealed record Word(string Code) : Argument;

    /// <summary>A wording of the rulebook.</summary>
    public sealed record Wording(Text Value) : Argument;

    /// <summary>Codes and clock times that read the same in every language.</summary>
    public sealed record Literal(string Value) : Argument;
}

/// <summary>How a deadline was counted, step by step; the same facts and versions give the same bytes in every language.</summary>
public sealed class Explanation(IReadOnlyList<ExplanationStep> steps)
{
    /// <summary>The steps in the order of the count.</summary>
    public IReadOnlyList<ExplanationStep> Steps => steps;

    /// <summary>The template ids and codes that can be said in a language; the same in all.</summary>
    public static IEnumerable<string> Sayable(Language language) => Catalogue.Of(language).Entries;

    /// <summary>The steps in one language.</summary>
    public IReadOnlyList<ExplainedStep> In(Language language)
    {
        var catalogue = Catalogue.Of(language);
        return [.. steps.Select(step => new ExplainedStep(catalogue.Render(step), step.Citation))];
    }
}
