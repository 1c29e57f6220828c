namespace Complaints.Shape.Tests;

public sealed class RoomTests
{
    private static readonly RoomTable Table = RoomTable.Read(Sources.ReadText("functions/README.md"));

    [Fact]
    public void Code_AsItIs_KeepsToTheTableOfRooms() => Expect.NoBreach(new RoomRules(Table, [.. Sources.Rooms]).Breaches());

    [Fact]
    public void Code_AsItIsBuilt_KeepsToTheTableOfRooms()
    {
        var rules = new RoomRules(Table, []);
        Expect.NoBreach(CompiledCode.Rooms.SelectMany(use => rules.BreachesOf(use, CompiledCode.RoomFolderOf(use.Used))));
    }

    [Fact]
    public void Table_EveryEntry_NamesARoomOfTheTable() =>
        Assert.All(
            RoomTable.LinesOf(Sources.ReadText("functions/README.md"), "room").SelectMany(line => line.Entries),
            entry => Assert.Contains(entry.Replace("/*", "", StringComparison.Ordinal), Table.Rooms.Append("Functions/{Area}")));

    [Fact]
    public void Table_EveryRoom_HasOneLine() => Assert.Equal(Table.Rooms.Distinct(), Table.Rooms);

    [Theory]
    [InlineData("Domain/Docket", "using Complaints.Domain.Lifecycle;")]
    [InlineData("Domain/Docket/Events", "using Complaints.Domain.Docket;")] // a subfolder belongs to its room
    [InlineData("Storage/Docket", "using Complaints.Domain.Docket;")]
    [InlineData("Functions/Docket/TakeStep", "using Complaints.Storage.Docket;")]
    [InlineData("Functions/Docket/TakeStep", "using Complaints.Functions.Docket;")]
    [InlineData("Functions/Docket/TakeStep", "using Complaints.Domain.Docket; // never Complaints.Functions.Docket.Import")]
    [InlineData("Functions/Docket/TakeStep", "class A { string b = \"Complaints.Functions.Docket.Import\"; }")]
    [InlineData("Functions", "using Complaints.Functions.Docket.Import;")]
    [InlineData("Verifier/Elections", "using Complaints.Storage.Docket;")]
    public void Breaches_ListedUse_None(string folder, string code) => Assert.Empty(BreachesOf(folder, code));

    [Theory]
    [InlineData("Domain/Rulebooks", "using Complaints.Domain.Docket;", "may not use Domain/Docket")]
    [InlineData("Domain/Alerts", "using static Complaints.Domain.Statistics.Measure;", "may not use Domain/Statistics")]
    [InlineData("Domain/Rulebooks", "class A { Complaints.Domain.Docket.Complaint B; }", "may not use Domain/Docket")]
    [InlineData("Domain/Docket", "using Complaints.Storage.Docket;", "may not use Storage/Docket")]
    [InlineData("Storage/Vault", "using Complaints.Storage.Docket;", "may not use Storage/Docket")]
    [InlineData("Storage/Docket", "using Complaints.Functions.Docket;", "may not use Functions/Docket")]
    [InlineData("Functions/Http", "using Complaints.Domain.Docket;", "may not use Domain/Docket")]
    [InlineData("Functions/Docket/TakeStep", "using Complaints.Functions.Docket.Import;", "may not use Functions/Docket/Import")]
    [InlineData("Functions/Docket/TakeStep", "using A = Complaints.Functions.Alerts.Shared;", "may not use Functions/Alerts")]
    [InlineData("Functions/Docket", "using Complaints.Functions.Docket.Import;", "may not use Functions/Docket/Import")]
    [InlineData("Functions/Docket/TakeStep", "global using Complaints.Domain.Docket;", "global using")]
    [InlineData("Functions/Kitchen", "", "Functions/Kitchen is not in the table")]
    [InlineData("Functions/Kitchen/Cook", "", "Functions/Kitchen/Cook is not in the table")]
    [InlineData("Verifier/Bundles", "using Complaints.Domain.Docket;", "may not use Domain/Docket")] // it checks the tracker without its code
    [InlineData("Verifier/Chains", "using Complaints.Storage.Docket;", "may not use Storage/Docket")]
    [InlineData("Storage/Docket", "using Complaints.Verifier.Chains;", "may not use Verifier/Chains")]
    [InlineData("Domain/Kitchen", "", "Domain/Kitchen is not in the table")]
    public void Breaches_UnlistedUse_NamesIt(string folder, string code, string expected) =>
        Assert.Contains(expected, Assert.Single(BreachesOf(folder, code)));

    [Fact]
    public void Breaches_NamespaceElsewhere_NamesBoth() => Assert.Contains(
        "expected Complaints.Domain.Docket",
        Assert.Single(new RoomRules(Table, [new SourceFile("functions/Complaints.Domain/Docket/A.cs", "namespace Complaints.Domain.Alerts;")]).Breaches()));

    [Fact]
    public void Breaches_SecondNamespace_IsRead() => Assert.Contains(
        "the namespace Complaints.Domain.Alerts",
        Assert.Single(BreachesOf("Domain/Docket", "namespace Complaints.Domain.Docket { } namespace Complaints.Domain.Alerts { }")));

    [Theory]
    [InlineData("Domain/Docket/A.cs", typeof(Domain.Lifecycle.Position), null)]
    [InlineData("Domain/Docket/A.cs", typeof(string), null)]
    [InlineData("Domain/Rulebooks/A.cs", typeof(Domain.Docket.Complaint), "Domain/Rulebooks may not use Domain/Docket")]
    [InlineData("Functions/Http/A.cs", typeof(Domain.Docket.Complaint), "Functions/Http may not use Domain/Docket")]
    [InlineData("Storage/Vault/A.cs", typeof(Storage.Docket.DocketStore), "Storage/Vault may not use Storage/Docket")]
    public void Breaches_CompiledUse_ReadsWhereTheTypeLies(string path, Type used, string? expected)
    {
        var use = new CompiledUse(new SourceFile($"functions/Complaints.{path}", ""), used);
        var breaches = new RoomRules(Table, []).BreachesOf(use, CompiledCode.RoomFolderOf(used));

        Assert.Equal(expected is null ? 0 : 1, breaches.Count(breach => expected is null || breach.Contains(expected, StringComparison.Ordinal)));
    }

    private static readonly SourceFile[] Furniture =
    [
        File("Domain/Docket", "Complaint"), File("Domain/Statistics", "Measure"), File("Storage/Docket", "DocketStore"),
        File("Functions/Docket", "Shared"), File("Functions/Docket/Import", "ImportHandler"), File("Functions/Alerts", "Shared"), File("Verifier/Chains", "ChainWalk"),
    ];

    private static IEnumerable<string> BreachesOf(string folder, string code) =>
        new RoomRules(Table, [.. Furniture, new SourceFile($"functions/Complaints.{folder}/Sample.cs", $"{code}\nnamespace Complaints.{folder.Replace('/', '.')};")])
            .Breaches();

    private static SourceFile File(string folder, string type) =>
        new($"functions/Complaints.{folder}/{type}.cs", $"namespace Complaints.{folder.Replace('/', '.')};\npublic sealed class {type} {{ }}");
}
