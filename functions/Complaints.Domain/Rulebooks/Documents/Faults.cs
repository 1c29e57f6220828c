namespace Complaints.Domain.Rulebooks.Documents;

/// <summary>Everything found wrong with a document so far, each with the JSON path of its place.</summary>
internal sealed class Faults
{
    private readonly List<Refusal> found = [];

    public bool Any => found.Count > 0;

    public RefusalList ToList() => new([.. found]);

    public void Add(string code, string path, string message) => found.Add(new Refusal($"rulebook.{code}", message, Field: path));
}
