using System.Globalization;

namespace Complaints.Functions.Http;

/// <summary>A month as people write it: a number, a Roman numeral, or a name or its first letters in English, Russian or Kazakh, with or without a full stop.</summary>
internal static class MonthName
{
    /// <summary>The most characters it takes to write one, with its full stop.</summary>
    public const int Longest = 12;

    private const int FewestLetters = 3;

    /// <summary>1 to 12; null if it is no month, or could be more than one.</summary>
    public static int? Read(string written)
    {
        var text = written.Trim().TrimEnd('.').ToLowerInvariant();
        int[] months = [.. Enumerable.Range(1, 12).Where(month => IsNumber(text, month) || IsName(text, month))];
        return months is [var only] ? only : null;
    }

    // A Roman numeral is typed with whatever letters the keyboard has.
    private static bool IsNumber(string text, int month) =>
        (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number == month)
        || text.Replace('і', 'i').Replace('х', 'x') == RomanOf(month);

    private static bool IsName(string text, int month) =>
        text.Length >= FewestLetters && NamesOf(month).Any(name => name.StartsWith(text, StringComparison.Ordinal));

    private static string RomanOf(int month) => month switch
    {
        1 => "i", 2 => "ii", 3 => "iii", 4 => "iv", 5 => "v", 6 => "vi", 7 => "vii", 8 => "viii", 9 => "ix", 10 => "x", 11 => "xi", _ => "xii",
    };

    private static string[] NamesOf(int month) => month switch
    {
        1 => ["january", "январь", "января", "қаңтар"],
        2 => ["february", "февраль", "февраля", "ақпан"],
        3 => ["march", "март", "марта", "наурыз"],
        4 => ["april", "апрель", "апреля", "сәуір"],
        5 => ["may", "май", "мая", "мамыр"],
        6 => ["june", "июнь", "июня", "маусым"],
        7 => ["july", "июль", "июля", "шілде"],
        8 => ["august", "август", "августа", "тамыз"],
        9 => ["september", "сентябрь", "сентября", "қыркүйек"],
        10 => ["october", "октябрь", "октября", "қазан"],
        11 => ["november", "ноябрь", "ноября", "қараша"],
        _ => ["december", "декабрь", "декабря", "желтоқсан"],
    };
}
