namespace Complaints.Shape.Tests;

/// <summary>A style sheet says at the left edge what it is about: a rule that was left open would swallow all that follows, and no browser complains.</summary>
internal static class StyleRules
{
    /// <summary>Every breach in a style sheet, one sentence each.</summary>
    public static IEnumerable<string> BreachesOf(SourceFile file)
    {
        var depth = 0;

        foreach (var (line, number) in file.Text.Split('\n').Select((line, index) => (line, index + 1)))
        {
            if (depth > 0 && line.Length > 0 && line[0] is not (' ' or '}'))
            {
                yield return $"{file.Path}({number}): a rule before this line is not closed.";
                depth = 0;
            }

            depth += line.Count(each => each == '{') - line.Count(each => each == '}');
        }

        if (depth != 0)
        {
            yield return $"{file.Path}: {depth} more braces are opened than closed.";
        }
    }
}
