using System.Security.Cryptography;
using System.Text;

namespace Complaints.Functions.Tests.Vault;

/// <summary>Texts like no others, to be put where something personal goes and looked for everywhere else, however they are written down there.</summary>
internal sealed class Canaries
{
    private readonly string draw = RandomNumberGenerator.GetHexString(12, lowercase: true);

    /// <summary>One for each kind of thing, in Latin letters and in Cyrillic ones, which every encoding writes in its own way.</summary>
    public string this[string what] => $"zq{what}{draw} Желтоқанат{what}{draw}";

    /// <summary>Where one of them is found in these bytes, and in which form; null if nowhere.</summary>
    public string? FindIn(ReadOnlySpan<byte> bytes, params IEnumerable<string> kinds)
    {
        foreach (var (form, pattern) in kinds.SelectMany(kind => this[kind].Split(' ').SelectMany(FormsOf)))
        {
            if (bytes.IndexOf(pattern) >= 0)
            {
                return form;
            }
        }

        return null;
    }

    public string? FindIn(string text, params IEnumerable<string> kinds) => FindIn(Encoding.UTF8.GetBytes(text), kinds);

    private static IEnumerable<(string Form, byte[] Pattern)> FormsOf(string word)
    {
        foreach (var (name, encoding) in new[] { ("UTF-8", Encoding.UTF8), ("UTF-16", Encoding.Unicode), ("UTF-16 BE", Encoding.BigEndianUnicode) })
        {
            var raw = encoding.GetBytes(word);
            yield return ($"{word} in {name}", raw);

            for (var before = 0; before < 3; before++)
            {
                yield return ($"{word} in base64 of {name}, {before} bytes on", Encoding.ASCII.GetBytes(Base64(raw, before)));
            }
        }

        yield return ($"{word} in percent signs", Encoding.ASCII.GetBytes(Uri.EscapeDataString(word)));
        yield return ($"{word} escaped", Encoding.ASCII.GetBytes(string.Concat(word.Select(each => char.IsAscii(each) ? $"{each}" : $"\\u{(int)each:x4}"))));
        yield return ($"{word} escaped", Encoding.ASCII.GetBytes(string.Concat(word.Select(each => char.IsAscii(each) ? $"{each}" : $"\\u{(int)each:X4}"))));
    }

    /// <summary>The characters that these bytes alone decide, where so many others stand before them.</summary>
    private static string Base64(byte[] raw, int before)
    {
        var whole = Convert.ToBase64String([.. new byte[before], .. raw]).TrimEnd('=');
        var first = before == 0 ? 0 : before + 1;
        return whole[first..((raw.Length + before) % 3 == 0 ? whole.Length : whole.Length - 1)];
    }
}
