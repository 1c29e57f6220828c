namespace Complaints.Shape.Tests;

public sealed class StyleTests
{
    [Fact]
    public void Styles_AsTheyAre_CloseEveryRule()
    {
        var sheets = Sources.Paths.Where(path => path.EndsWith(".css", StringComparison.Ordinal)).Select(path => new SourceFile(path, Sources.ReadText(path))).ToList();

        Assert.NotEmpty(sheets);
        Expect.NoBreach(sheets.SelectMany(StyleRules.BreachesOf));
    }

    [Theory]
    [InlineData(".a {\n  margin: 0;\n}\n\n@media print {\n  .b {\n    margin: 0;\n  }\n}\n")]
    [InlineData(".a,\n.b {\n  margin: 0;\n}\n")]
    public void Breaches_RulesThatAreClosed_None(string text) => Assert.Empty(StyleRules.BreachesOf(new SourceFile("a.css", text)));

    [Theory]
    [InlineData(".a {\n  margin: 0;\n.b {\n  margin: 0;\n}\n", "a.css(3)")]
    [InlineData("@media print {\n  .a {\n    margin: 0;\n.b {\n}\n", "a.css(4)")]
    [InlineData(".a {\n  margin: 0;\n", "1 more")]
    public void Breaches_RuleLeftOpen_NamesTheLine(string text, string expected) => Assert.Contains(expected, Assert.Single(StyleRules.BreachesOf(new SourceFile("a.css", text))));
}
