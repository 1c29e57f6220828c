using System.Text.Json.Nodes;

namespace Complaints.Shape.Tests;

/// <summary>One project of a restore graph: its file, its folder for intermediate files, its direct packages with their version ranges, and the projects it references.</summary>
internal sealed record RestoredProject(string Path, string OutputPath, IReadOnlyDictionary<string, string> Packages, IReadOnlyList<string> References)
{
    /// <summary>Whether the project takes the place of an official package.</summary>
    public bool IsStandIn => Name.EndsWith(".StandIn", StringComparison.Ordinal);

    /// <summary>Whether the project is part of the program; a sample that the contract tests run as a program of its own is not.</summary>
    public bool IsOfTheTracker => Path.Contains("/functions/", StringComparison.Ordinal);

    /// <summary>The project's name without its ending.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);
}

/// <summary>What a restore would fetch, as NuGet's GenerateRestoreGraphFile writes it, and what must hold of it with the official packages.</summary>
internal sealed class RestoreGraph
{
    private static readonly string[] WorkerPackages =
    [
        "Microsoft.Azure.Functions.Worker", "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore",
        "Microsoft.Azure.Functions.Worker.Extensions.Timer", "Microsoft.Azure.Functions.Worker.Sdk",
    ];

    private RestoreGraph(IEnumerable<RestoredProject> projects) => Projects = [.. projects];

    /// <summary>Every project of the graph.</summary>
    public IReadOnlyList<RestoredProject> Projects { get; }

    /// <summary>Reads the graph from the text of the file.</summary>
    public static RestoreGraph Read(string json) => new(JsonNode.Parse(json)!["projects"]!.AsObject().Select(pair => ProjectFrom(pair.Value!)));

    /// <summary>Everything that would keep the official build from restoring the first time, or let it touch the default one, one sentence each.</summary>
    public IEnumerable<string> Breaches(string executable)
    {
        foreach (var project in Projects.Where(project => !project.IsStandIn))
        {
            foreach (var standIn in project.References.Where(name => name.EndsWith(".StandIn", StringComparison.Ordinal)))
            {
                yield return $"{project.Name} references the stand-in {standIn}.";
            }

            foreach (var (package, range) in project.Packages.Where(package => !IsExact(package.Value)))
            {
                yield return $"{project.Name}: the version of {package} is {range}, not exact.";
            }

            if (project.Name != executable && project.IsOfTheTracker && project.Packages.ContainsKey("Microsoft.Azure.Functions.Worker.Sdk"))
            {
                yield return $"{project.Name} has the Functions SDK, which only {executable} may have.";
            }
        }

        foreach (var missing in WorkerPackages.Except(Projects.Single(project => project.Name == executable).Packages.Keys, StringComparer.Ordinal))
        {
            yield return $"{executable} lacks {missing}.";
        }

        foreach (var project in Projects.Where(project => !project.OutputPath.Replace('\\', '/').TrimEnd('/').EndsWith("/obj/official", StringComparison.Ordinal)))
        {
            yield return $"{project.Name} shares {project.OutputPath} with the default build.";
        }
    }

    // [1.2.3, 1.2.3]: the same version at both ends, both included.
    private static bool IsExact(string range) =>
        range.StartsWith('[') && range.EndsWith(']') && range[1..^1].Split(", ") is [var least, var most] && least == most;

    private static RestoredProject ProjectFrom(JsonNode project)
    {
        var restore = project["restore"]!;
        var frameworks = project["frameworks"]!.AsObject().Select(pair => pair.Value!);
        var packages = frameworks.SelectMany(framework => framework["dependencies"]?.AsObject() ?? []);
        var references = restore["frameworks"]!.AsObject().SelectMany(framework => framework.Value!["projectReferences"]?.AsObject() ?? []);

        return new RestoredProject(
            ((string)restore["projectPath"]!).Replace('\\', '/'),
            (string)restore["outputPath"]!,
            packages.ToDictionary(pair => pair.Key, pair => (string?)pair.Value!["version"] ?? "(none)", StringComparer.Ordinal),
            [.. references.Select(pair => System.IO.Path.GetFileNameWithoutExtension(pair.Key))]);
    }
}
