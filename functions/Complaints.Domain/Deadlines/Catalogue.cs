using System.Globalization;
using System.Text;
using Complaints.Domain.Deadlines.Wording;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Deadlines;

/// <summary>The sentences, words, dates and numbers of one language; nothing of the machine's culture is asked.</summary>
internal abstract class Catalogue
{
    /// <summary>The sentences by template id, with {0}, {1} ... for the arguments.</summary>
    protected abstract IReadOnlyDictionary<string, string> Sentences { get; }

    /// <summary>The words for codes.</summary>
    protected abstract IReadOnlyDictionary<string, string> Words { get; }

    public static Catalogue Of(Language language) => language switch
    {
        Language.Russian => Russian.Instance,
        Language.Kazakh => Kazakh.Instance,
        _ => English.Instance,
    };

    /// <summary>The template ids of its sentences, and the codes it has words for.</summary>
    public IEnumerable<string> Entries => Sentences.Keys.Concat(Words.Keys).Order(StringComparer.Ordinal);

    public string Render(ExplanationStep step) => Fill(Sentences[step.Template], step.Arguments);

    /// <summary>A sentence of this language with its arguments in their places.</summary>
    public string Fill(string sentence, IReadOnlyList<Argument> arguments)
    {
        var text = new StringBuilder(sentence);

        for (var index = 0; index < arguments.Count; index++)
        {
            text.Replace($"{{{index.ToString(CultureInfo.InvariantCulture)}}}", Render(arguments[index]));
        }

        return text.ToString();
    }

    protected abstract string Date(LocalDate date);

    protected abstract string Number(int value, Unit unit);

    protected abstract string Wording(Text text);

    /// <summary>A clock time as 23:59:59, or 23:59 where there are no seconds.</summary>
    protected static string Clock(LocalTime time) =>
        time.Second == 0 ? $"{Two(time.Hour)}:{Two(time.Minute)}" : $"{Two(time.Hour)}:{Two(time.Minute)}:{Two(time.Second)}";

    protected static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Two(int value) => value.ToString("00", CultureInfo.InvariantCulture);

    private string Render(Argument argument) => argument switch
    {
        Argument.Day day => Date(day.Value),
        Argument.Moment moment => Moment(moment.Value.InZone(moment.Zone)),
        Argument.Span span => Number(span.Value, span.Unit),
        Argument.Word word => Words[word.Code],
        Argument.Wording wording => Wording(wording.Value),
        Argument.Literal literal => literal.Value,
        _ => throw new InvalidOperationException($"No way to say {argument}."),
    };

    private string Moment(ZonedDateTime at) => $"{Date(at.Date)}, {Clock(at.TimeOfDay)} ({Offset(at.Offset)})";

    private static string Offset(Offset offset)
    {
        var minutes = Math.Abs(offset.Seconds) / 60;
        return $"UTC{(offset.Seconds < 0 ? '-' : '+')}{Two(minutes / 60)}:{Two(minutes % 60)}";
    }
}
