namespace Complaints.Domain.Rulebooks.Documents;

/// <summary>Everything found wrong with a document so far, each with the JSON path of its place.</summary>
internal sealed class Faults
{
    private readonly List<Refusal> found = [];
    private Func<string, string> told = path => path;

    public bool Any => found.Count > 0;

    public RefusalList ToList() => new([.. found]);

    public void Add(string code, string path, string message) => found.Add(new Refusal($"rulebook.{code}", message, Field: told(path)));

    /// <summary>From now on paths are those of a document made from the one before; this leads back.</summary>
    public void TellBy(Func<string, string> origin)
    {
        var before = told;
        told = path => before(origin(path));
    }
}
