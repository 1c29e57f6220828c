namespace Complaints.Shape.Tests;

public sealed class LibraryTests
{
    private static readonly LibraryRules Rules = new(RoomTable.LinesOf(Sources.ReadText("functions/README.md"), "library"));

    [Fact]
    public void Code_AsItIs_NamesEachLibraryInItsRoom() => Expect.NoBreach(Sources.Rooms.SelectMany(Rules.BreachesOf));

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
