using System.Text.Json;
using Complaints.Domain.Rulebooks;
using Complaints.Domain.Rulebooks.Documents;

namespace Complaints.Domain.Deadlines.Examples;

/// <summary>The deadlines somebody worked out by hand for a rulebook; they are part of its document, and the program has to agree with each.</summary>
public static class WorkedExamples
{
    /// <summary>The rulebook, if it counts every worked example as written; else each disagreement as a fault at its place in the document.</summary>
    public static Result<Rulebook> Prove(Rulebook rulebook)
    {
        var faults = new Faults();
        using var document = JsonDocument.Parse(rulebook.Document);
        var names = new HashSet<string>(StringComparer.Ordinal);

        foreach (var example in new Element(document.RootElement, "$", faults).Items("examples"))
        {
            if (!names.Add(example.Text("id")))
            {
                example.Fault("duplicate", "id", $"There are two of the name {example.Text("id")}.");
            }

            ExampleCheck.Run(example, rulebook);
        }

        return faults.Any ? faults.ToList() : rulebook;
    }
}
