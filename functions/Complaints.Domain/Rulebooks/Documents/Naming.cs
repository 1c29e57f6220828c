namespace Complaints.Domain.Rulebooks.Documents;

/// <summary>Checks the name a document goes by: it stands in addresses, in keys and in every complaint pinned to it.</summary>
internal static class Naming
{
    private const int MostCharacters = 40;
    private const int LastVersion = 9999;

    public static void Check(Element element)
    {
        var id = element.Text("id");

        if (element.IsText("id") && !IsName(id))
        {
            element.Fault("value", "id", $"A name is 1 to {MostCharacters} letters, digits, '-' and '.', a letter or digit first.");
        }

        element.IntOrNull("version", 1, LastVersion);
    }

    public static bool IsName(string id) =>
        id.Length is > 0 and <= MostCharacters && char.IsAsciiLetterOrDigit(id[0]) && id.All(each => char.IsAsciiLetterOrDigit(each) || each is '-' or '.');
}
