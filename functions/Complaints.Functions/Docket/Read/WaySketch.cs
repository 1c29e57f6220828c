using System.Globalization;

namespace Complaints.Functions.Docket.Read;

/// <summary>
/// The way laid out for drawing, in units of a picture 320 wide: marks on a line from top to bottom with their words beside them, so that it fits a phone. What
/// does not follow the mark above it is joined by a bow to the left.
/// </summary>
internal sealed record WaySketch(IReadOnlyList<WayMark> Marks, int Height)
{
    /// <summary>How wide the picture is.</summary>
    public const int Width = 320;

    /// <summary>Where the marks stand.</summary>
    public const int Line = 46;

    /// <summary>Where the words begin.</summary>
    public const int Words = 64;

    private const int LineHeight = 20;
    private const int Gap = 16;

    /// <summary>How many letters fit beside a mark, in bold and plain.</summary>
    private const int LettersOfName = 24;
    private const int Letters = 26;

    public static WaySketch Of(IReadOnlyList<WayStop> stops)
    {
        var marks = new List<WayMark>();
        var y = LineHeight;

        foreach (var stop in stops)
        {
            WayText[] texts =
            [
                .. Broken(stop.Name, LettersOfName).Select(each => new WayText(each, IsName: true)),
                .. stop.Lines.SelectMany(each => Broken(each, Letters)).Select(each => new WayText(each, IsName: false)),
            ];
            marks.Add(new WayMark(stop.Mark, y, stop.From is { } from ? PathOf(marks[from].Y, y, marks.Count - from) : null, texts));
            y += (texts.Length * LineHeight) + Gap;
        }

        return new WaySketch(marks, y - Gap);
    }

    /// <summary>Where the words of a mark stand, line by line.</summary>
    public static int YOf(WayMark mark, int line) => mark.Y + 5 + (line * LineHeight);

    private static string PathOf(int from, int to, int apart)
    {
        var bow = Line - Math.Min(44, 10 + (6 * apart));
        return apart == 1
            ? string.Create(CultureInfo.InvariantCulture, $"M{Line} {from}V{to}")
            : string.Create(CultureInfo.InvariantCulture, $"M{Line} {from}C{bow} {from + 12} {bow} {to - 12} {Line} {to}");
    }

    /// <summary>A text in lines that fit, broken between words; a word that is longer than a line has one of its own.</summary>
    private static IEnumerable<string> Broken(string text, int letters)
    {
        var line = "";

        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > letters)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        yield return line;
    }
}

/// <summary>A mark on the drawn way.</summary>
/// <param name="Kind">What it is, as its stop says.</param>
/// <param name="Y">Where it stands from the top.</param>
/// <param name="Path">The line that leads to it; null of the first.</param>
/// <param name="Texts">Its words, in lines.</param>
internal sealed record WayMark(string Kind, int Y, string? Path, IReadOnlyList<WayText> Texts);

/// <summary>A line of words beside a mark.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsName">Whether it belongs to the name of the stop.</param>
internal sealed record WayText(string Text, bool IsName);
