using System.IO;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Complaints.TestKit;

namespace Complaints.Shape.Tests;

public sealed class OfficialBuildTests
{
    private const string Executable = "Complaints.Functions";

    [Fact]
    public async Task Restore_WithOfficialPackages_NeedsNoStandInAndTouchesNothingOfTheDefault()
    {
        var before = DefaultFiles();

        var graph = await GraphAsync("-p:StandIns=false");

        Expect.NoBreach(graph.Breaches(Executable));
        Assert.Equal(before, DefaultFiles());
    }

    // The same rules over the default graph have to find everything wrong with it: that is how they are seen to bite.
    [Fact]
    public async Task Restore_ByDefault_BreaksEachRuleOfTheOfficialGraph()
    {
        var breaches = (await GraphAsync()).Breaches(Executable).ToList();

        Assert.Contains($"{Executable} references the stand-in Microsoft.Azure.Functions.Worker.StandIn.", breaches);
        Assert.Contains($"{Executable} lacks Microsoft.Azure.Functions.Worker.Sdk.", breaches);
        Assert.Contains(breaches, breach => breach.StartsWith($"{Executable} shares ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[1.2.3, 1.2.3]", "1.2.3", "", 0)]
    [InlineData("[1.2.3, )", "the version of Some is [1.2.3, ), not exact", "", 1)]
    [InlineData("[1.2.3, 2.0.0]", "not exact", "", 1)]
    [InlineData("[1.2.3, 1.2.3]", "Other has the Functions SDK", "Microsoft.Azure.Functions.Worker.Sdk", 1)]
    public void Breaches_OfAProject_NameIt(string range, string expected, string package, int count)
    {
        var other = Project("Other", new() { [package.Length == 0 ? "Some" : package] = range });
        var executable = Project(Executable, new()
        {
            ["Microsoft.Azure.Functions.Worker"] = "[1.0.0, 1.0.0]",
            ["Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore"] = "[1.0.0, 1.0.0]",
            ["Microsoft.Azure.Functions.Worker.Extensions.Timer"] = "[1.0.0, 1.0.0]",
            ["Microsoft.Azure.Functions.Worker.Sdk"] = "[1.0.0, 1.0.0]",
        });

        var breaches = RestoreGraph.Read(new JsonObject { ["projects"] = new JsonObject { ["a"] = other, ["b"] = executable } }.ToJsonString())
            .Breaches(Executable).ToList();

        Assert.Equal(count, breaches.Count);
        Assert.All(breaches, breach => Assert.Contains(expected, breach));
    }

    [Fact]
    public async Task Folders_WithOfficialPackages_AreOthersThanTheDefault()
    {
        var byDefault = await FoldersAsync();
        var official = await FoldersAsync("-p:StandIns=false");

        Assert.All(byDefault.Keys, name => Assert.NotEqual(byDefault[name], official[name]));
    }

    private static async Task<RestoreGraph> GraphAsync(params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("restore-graph");

        try
        {
            var file = Path.Combine(folder.FullName, "graph.json");
            await DotnetMsbuild.RunAsync("Complaints.sln", ["-t:GenerateRestoreGraphFile", $"-p:RestoreGraphOutputPath={file}", .. arguments]);
            return RestoreGraph.Read(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Dictionary<string, string>> FoldersAsync(params string[] arguments)
    {
        var said = await DotnetMsbuild.RunAsync(
            $"functions/{Executable}", ["-getProperty:OutputPath,IntermediateOutputPath,MSBuildProjectExtensionsPath,NuGetLockFilePath", .. arguments]);

        return JsonNode.Parse(said)!["Properties"]!.AsObject()
            .ToDictionary(pair => pair.Key, pair => (string)pair.Value!, StringComparer.Ordinal);
    }

    // What a restore writes: the lock files, and in obj/ the assets with the props and targets beside them.
    private static List<string> DefaultFiles()
    {
        var files =
            from project in Sources.Paths
            where project.EndsWith(".csproj", StringComparison.Ordinal)
            let folder = Path.GetDirectoryName(Repository.PathOf(project))!
            from file in Directory.EnumerateFiles(folder, "packages.lock.json").Concat(FilesOf(Path.Combine(folder, "obj")))
            orderby file
            select $"{file} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}";

        return [.. files];
    }

    private static IEnumerable<string> FilesOf(string obj) => Directory.Exists(obj) ? Directory.EnumerateFiles(obj) : [];

    private static JsonObject Project(string name, Dictionary<string, string> packages) => new()
    {
        ["restore"] = new JsonObject
        {
            ["projectPath"] = $"src/functions/{name}.csproj",
            ["outputPath"] = $"src/functions/{name}/obj/official/",
            ["frameworks"] = new JsonObject { ["net10.0"] = new JsonObject() },
        },
        ["frameworks"] = new JsonObject
        {
            ["net10.0"] = new JsonObject
            {
                ["dependencies"] = new JsonObject(packages.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, new JsonObject { ["version"] = pair.Value }))),
            },
        },
    };
}
