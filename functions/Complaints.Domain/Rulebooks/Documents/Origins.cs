using System.Text.Json.Nodes;

namespace Complaints.Domain.Rulebooks.Documents;

/// <summary>Where in the document that was sent the parts of the whole one were written, so that a fault is told at the place where it can be mended.</summary>
internal sealed class Origins
{
    private readonly List<(JsonNode Part, string Key, string Sent)> noted = [];

    /// <summary>Notes that this part of the whole document was written there.</summary>
    public void Note(JsonNode part, string sent) => noted.Add((part, string.Empty, sent));

    /// <summary>Notes the same of what stands under a key, be it null.</summary>
    public void Note(JsonNode parent, string key, string sent) => noted.Add((parent, $".{key}", sent));

    /// <summary>What turns a path of this whole document, as it is now, into that of the document sent; other paths stay.</summary>
    public Func<string, string> Of(JsonNode whole)
    {
        var places = noted.Where(each => ReferenceEquals(each.Part.Root, whole))
            .Select(each => (Place: each.Part.GetPath() + each.Key, each.Sent))
            .OrderByDescending(each => each.Place.Length)
            .ToArray();

        return path => places.FirstOrDefault(each => IsWithin(path, each.Place)) is { Sent: { } sent } found ? sent + path[found.Place.Length..] : path;
    }

    private static bool IsWithin(string path, string place) =>
        path.StartsWith(place, StringComparison.Ordinal) && (path.Length == place.Length || path[place.Length] is '.' or '[');
}
