using System.Reflection;
using System.Text.Json.Nodes;

namespace Complaints.Shape.Tests;

public sealed class LibraryTests
{
    private static readonly LibraryRules Rules = new(RoomTable.LinesOf(Sources.ReadText("functions/README.md"), "library"));

    [Fact]
    public void Code_AsItIs_NamesEachLibraryInItsRoom() => Expect.NoBreach(Sources.Rooms.SelectMany(Rules.BreachesOf));

    [Fact]
    public void Code_AsItIsBuilt_UsesEachLibraryInItsRoom() => Expect.NoBreach(CompiledCode.Rooms.SelectMany(Rules.BreachesOf));

    // What a project fetches reaches its code without a word in it.
    [Fact]
    public void Domain_AsItIsRestored_HasNodaTimeAndStatelessAlone()
    {
        var locked = JsonNode.Parse(Sources.ReadText("functions/Complaints.Domain/packages.lock.json"))!["dependencies"]!["net10.0"]!.AsObject();
        string[] analyzers = ["Meziantou.Analyzer", "Microsoft.CodeAnalysis.BannedApiAnalyzers"];

        Assert.Equal(["NodaTime", "stateless.standin"], locked.Select(pair => pair.Key).Except(analyzers));
        Assert.All(
            Assembly.Load("Complaints.Domain").GetReferencedAssemblies(),
            reference => Assert.Matches("^(System\\..+|NodaTime|Stateless(\\.StandIn)?)$", reference.Name));
    }

    [Fact]
    public void Projects_OfTheRooms_AddNoUsings() => Assert.All(
        Sources.Paths.Where(path => path.StartsWith("functions/Complaints.", StringComparison.Ordinal) && path.EndsWith(".csproj", StringComparison.Ordinal)),
        path => Assert.DoesNotContain("<Using", Sources.ReadText(path), StringComparison.Ordinal));

    [Theory]
    [InlineData("Storage/Docket/A.cs", typeof(Azure.ETag), 0)]
    [InlineData("Functions/Docket/A.cs", typeof(string), 0)]
    [InlineData("Functions/Docket/TakeStep/TakeStepHandler.cs", typeof(Azure.ETag), 1)]
    [InlineData("Functions/Docket/TakeStep/TakeStepHandler.cs", typeof(Microsoft.Azure.Functions.Worker.FunctionAttribute), 1)]
    [InlineData("Domain/Docket/A.cs", typeof(Stateless.StateMachine<,>), 1)]
    public void Breaches_CompiledUse_ReadsTheNamespace(string path, Type used, int count) =>
        Assert.Equal(count, Rules.BreachesOf(new CompiledUse(new SourceFile($"functions/Complaints.{path}", ""), used)).Count());

    [Theory]
    [InlineData("Domain/Lifecycle/Map.cs", "using Stateless;")]
    [InlineData("Storage/Docket/DocketStore.cs", "using Azure.Data.Tables;")]
    [InlineData("Storage/Tables.cs", "using Azure;")]
    [InlineData("Functions/Docket/TakeStep/TakeStepFunction.cs", "using Microsoft.Azure.Functions.Worker;")]
    [InlineData("Functions/Docket/TakeStep/TakeStepValidator.cs", "using FluentValidation;")]
    [InlineData("Functions/Docket/TakeStep/TakeStepRequest.cs", "using FluentValidation;")] // the request and its validator lie together
    [InlineData("Functions/Docket/TakeStep/TakeStepHandler.cs", "class A { string AzureName; } // using Azure;")]
    public void Breaches_InItsRoom_None(string path, string code) => Assert.Empty(BreachesOf(path, code));

    [Theory]
    [InlineData("Domain/Docket/Complaint.cs", "using Stateless;", "Stateless")]
    [InlineData("Domain/Docket/Complaint.cs", "class A { Stateless.StateMachine<int, int> B; }", "Stateless")]
    [InlineData("Functions/Docket/TakeStep/TakeStepHandler.cs", "using Azure;", "Azure")]
    [InlineData("Functions/Docket/TakeStep/TakeStepHandler.cs", "using E = Azure.ETag;", "Azure")]
    [InlineData("Functions/Docket/TakeStep/TakeStepHandler.cs", "class A { global::Azure.ETag B; }", "Azure")]
    [InlineData("Functions/Docket/TakeStep/TakeStepHandler.cs", "using Microsoft.Azure.Functions.Worker;", "Microsoft.Azure.Functions")]
    [InlineData("Functions/Docket/TakeStep/TakeStepHandler.cs", "using FluentValidation;", "FluentValidation")]
    [InlineData("Functions/Docket/TakeStep/TakeStepPage.razor", "@using FluentValidation", "FluentValidation")]
    [InlineData("Domain/Program.csx.cs", "using FluentValidation;", "FluentValidation")]
    public void Breaches_Elsewhere_NamesTheLibrary(string path, string code, string library) =>
        Assert.Contains($": {library} may be named only in", Assert.Single(BreachesOf(path, code)));

    private static IEnumerable<string> BreachesOf(string path, string code) => Rules.BreachesOf(new SourceFile($"functions/Complaints.{path}", code));
}
