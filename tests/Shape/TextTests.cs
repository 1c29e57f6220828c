namespace Complaints.Shape.Tests;

public sealed class TextTests
{
    private static readonly string[] Pictures = [".png", ".ico", ".woff2", ".pdf", ".xlsx"];

    // Longer than the limit, each for a reason.
    private static readonly Dictionary<string, string> LongForAReason = new(StringComparer.Ordinal)
    {
    };

    [Fact]
    public void Repository_AsItIs_SpeaksOfItselfAlone() => Expect.NoBreach(
        Sources.Paths.Where(path => !Pictures.Any(end => path.EndsWith(end, StringComparison.Ordinal)))
            .Select(path => new SourceFile(path, Sources.ReadText(path)))
            .SelectMany(TextRules.BreachesOf));

    [Fact]
    public void Code_AsItIs_HasNoLongFile() => Expect.NoBreach(Sources.Code.SelectMany(file => TextRules.TooLong(file, LongForAReason)));

    [Fact]
    public void LongForAReason_EveryFile_IsStillThereAndStillLong() => Assert.All(
        LongForAReason.Keys,
        path => Assert.Single(Sources.Code.Where(file => file.Path == path).SelectMany(file => TextRules.TooLong(file, new Dictionary<string, string>()))));

    [Theory]
    [InlineData("docs/a.md", "see ./run, tests/root/x and https://example.org/home/page")]
    [InlineData("docs/a.md", "a list of what is TO#DO in law")] // prose may speak of it
    [InlineData("package-lock.json", "https://registry.#npmjs.org/x")]
    [InlineData("a.cs", "var method = todo;")]
    public void Breaches_OrdinaryText_None(string path, string text) => Assert.Empty(TextRules.BreachesOf(Sample(path, text)));

    [Theory]
    [InlineData("docs/a.md", "in /#work/x", "work/")]
    [InlineData("a.cs", "var path = \"/#tmp/x\";", "tmp/")]
    [InlineData("run", "data=/#home/me", "home/")]
    [InlineData("package-lock.json", "\"file:/#root/x\"", "root/")]
    [InlineData("docs/a.md", "from https://api.#nuget.org/v3", "nuget")]
    [InlineData("package.json", "https://registry.#npmjs.org/", "npmjs")]
    [InlineData("a.cs", "// TO#DO later", "TO")]
    [InlineData("run", "; FIX#ME", "FIX")]
    public void Breaches_WordOfElsewhere_NamesIt(string path, string text, string expected) =>
        Assert.Contains(expected, Assert.Single(TextRules.BreachesOf(Sample(path, text))));

    [Fact]
    public void TooLong_OverTheLimitWithoutAReason_NamesTheFile()
    {
        var atLimit = new SourceFile("a.cs", string.Concat(Enumerable.Repeat("x\n", TextRules.MostLines)));
        var over = new SourceFile("b.cs", atLimit.Text + "x\n");

        Assert.Empty(TextRules.TooLong(atLimit, LongForAReason));
        Assert.Contains("b.cs: 251 lines", Assert.Single(TextRules.TooLong(over, LongForAReason)));
        Assert.Empty(TextRules.TooLong(over, new Dictionary<string, string> { ["b.cs"] = "generated" }));
    }

    // The # in a sample keeps it from being found in this file.
    private static SourceFile Sample(string path, string text) => new(path, text.Replace("#", "", StringComparison.Ordinal));
}
