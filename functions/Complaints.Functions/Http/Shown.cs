namespace Complaints.Functions.Http;

/// <summary>What was sent, as an answer shows it again.</summary>
internal static class Shown
{
    private const int Longest = 60;

    /// <summary>Its first characters: an answer does not grow with what was sent.</summary>
    public static string Short(string text) => text.Length <= Longest ? text : text[..Longest] + "...";
}
