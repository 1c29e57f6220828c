namespace Complaints.Shape.Tests;

public sealed class NameTests
{
    [Fact]
    public void Code_AsItIs_NamesThingsOfTheWorld() =>
        Expect.NoBreach(Sources.Code.Where(file => !file.Path.StartsWith("functions/standins/", StringComparison.Ordinal)).SelectMany(NameRules.BreachesOf));

    [Theory]
    [InlineData("functions/Complaints.Domain/Docket/Complaint.cs", "public sealed record Complaint;")]
    [InlineData("functions/Complaints.Functions/Docket/TakeStep/TakeStepHandler.cs", "internal sealed class TakeStepHandler;")]
    [InlineData("functions/Complaints.Domain/Docket/Document.cs", "public sealed record Document;")] // a word of the law, not a suffix
    [InlineData("functions/Complaints.Domain/Docket/Served.cs", "var services = 1; // a ComplaintService")]
    public void Breaches_NameOfAThing_None(string path, string code) => Assert.Empty(NameRules.BreachesOf(new SourceFile(path, code)));

    [Theory]
    [InlineData("functions/Complaints.Domain/Docket/DateHelper.cs", "", "DateHelper")]
    [InlineData("functions/Complaints.Domain/Docket/Dates.cs", "static class DateUtils;", "DateUtils")]
    [InlineData("functions/Complaints.Functions/Docket/Step.cs", "sealed class ComplaintService;", "ComplaintService")]
    [InlineData("functions/Complaints.Functions/Docket/Step.cs", "interface IStepManager;", "IStepManager")]
    [InlineData("functions/Complaints.Functions/Common/Step.cs", "", "Common")]
    [InlineData("tests/Complaints.TestKit/Utils/Step.cs", "", "Utils")]
    [InlineData("functions/Complaints.Domain/Docket/Step.cs", "public record struct StepRow(int A);", "StepRow ends in Row")]
    [InlineData("functions/Complaints.Storage/Docket/Step.cs", "sealed class StepHandler;", "StepHandler ends in Handler")]
    [InlineData("functions/Complaints.Functions/Docket/Step.cs", "sealed class StepStore;", "StepStore ends in Store")]
    public void Breaches_NameOfFurniture_NamesIt(string path, string code, string expected) =>
        Assert.Contains(expected, Assert.Single(NameRules.BreachesOf(new SourceFile(path, code))));
}
