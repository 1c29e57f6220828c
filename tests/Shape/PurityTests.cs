using System.Collections.Concurrent;
using System.Reflection;

namespace Complaints.Shape.Tests;

public sealed class PurityTests
{
    [Fact]
    public void Domain_AsItIsWritten_IsPure() =>
        Expect.NoBreach(Sources.Rooms.Where(file => file.RoomFolder!.Split('/')[0] == "Domain").SelectMany(PurityRules.BreachesOf));

    [Fact]
    public void Domain_AsItIsBuilt_RemembersNothing() => Expect.NoBreach(Assembly.Load("Complaints.Domain").GetTypes().SelectMany(PurityRules.BreachesOf));

    [Theory]
    [InlineData("using System.IO; var law = assembly.GetManifestResourceStream(name);")]
    [InlineData("DateTimeZone zone; rulebook.File.Length; record Tasks(int Taskless); // DateTime.UtcNow")]
    [InlineData("const string Word = \"async\";")]
    public void Breaches_PureText_None(string code) => Assert.Empty(BreachesOf(code));

    [Theory]
    [InlineData("Task<int> Load()", "Task")]
    [InlineData("async void Load()", "async")]
    [InlineData("TimeProvider time;", "TimeProvider")]
    [InlineData("DateTimeOffset at;", "DateTimeOffset")]
    [InlineData("DateTime at;", "DateTime")]
    [InlineData("var id = Guid.NewGuid();", "Guid.NewGuid")]
    [InlineData("ILogger log;", "ILogger")]
    [InlineData("using Azure.Data.Tables;", "Azure")]
    [InlineData("Environment.Exit(1);", "Environment")]
    [InlineData("var culture = CultureInfo.CurrentCulture;", "CultureInfo.CurrentCulture")]
    [InlineData("File.ReadAllText(path);", "File.")]
    [InlineData("using System.IO;", "System.IO")]
    public void Breaches_ImpureText_NamesTheWord(string code, string word) => Assert.Contains(word, Assert.Single(BreachesOf(code)));

    [Fact]
    public void Breaches_StaticFields_NamesThoseThatCanChange() =>
        Assert.Equal(["Last", "<Settable>k__BackingField", "Cache"], PurityRules.BreachesOf(typeof(Remembering)).Select(line => line.Split(':')[0].Split('.')[^1]));

    private static IEnumerable<string> BreachesOf(string code) =>
        PurityRules.BreachesOf(new SourceFile("functions/Complaints.Domain/Docket/Sample.cs", code));

    private static class Remembering
    {
        public const int Constant = 1;
        public static readonly string Fixed = "";
        public static int Last = Constant;

        public static int Settable { get; set; }

        public static int Gettable { get; } = 2;

        private static readonly ConcurrentDictionary<string, int> Cache = new();

        public static Func<int> Lambda() => static () => Cache.Count;
    }
}
