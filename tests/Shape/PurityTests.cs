using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;

namespace Complaints.Shape.Tests;

public sealed class PurityTests
{
    private static readonly string Banned = Sources.ReadText("functions/Complaints.Domain/BannedSymbols.txt");

    [Fact]
    public void Domain_AsItIsBuilt_IsPure()
    {
        var rules = new PurityRules(Banned);
        Expect.NoBreach(CompiledCode.Rooms.Where(use => use.File.RoomFolder!.Split('/')[0] == "Domain").SelectMany(rules.BreachesOf));
    }

    [Fact]
    public void Domain_AsItIsBuilt_RemembersNothing() => Expect.NoBreach(Assembly.Load("Complaints.Domain").GetTypes().SelectMany(PurityRules.BreachesOf));

    [Fact]
    public void Domain_AsItIsWritten_SilencesNoBan() => Assert.DoesNotContain(
        Sources.Paths.Where(path => path.StartsWith("functions/Complaints.Domain/", StringComparison.Ordinal)),
        path => Sources.ReadText(path).Contains("RS0030", StringComparison.Ordinal));

    // The analyzer says nothing of a name it does not find.
    [Theory]
    [InlineData("BannedSymbols.txt")]
    [InlineData("functions/Complaints.Domain/BannedSymbols.txt")]
    public void BannedSymbols_EveryLine_NamesSomething(string list) => Assert.All(PurityRules.Symbols(Sources.ReadText(list)), symbol => Assert.True(Exists(symbol), symbol));

    [Theory]
    [InlineData("T:System.Nothing")]
    [InlineData("P:System.DateTime.Yesterday")]
    [InlineData("M:System.Guid.NewGuid(System.Int32)")]
    public void Exists_UnknownSymbol_Not(string symbol) => Assert.False(Exists(symbol));

    [Theory]
    [InlineData(typeof(Task<int>), 1)]
    [InlineData(typeof(Random), 1)]
    [InlineData(typeof(TimeZoneInfo), 1)]
    [InlineData(typeof(NodaTime.DateTimeZone), 0)]
    [InlineData(typeof(List<DateTime>), 0)] // the reader of compiled code takes the argument as a use of its own
    public void Breaches_CompiledUse_KnowsBannedTypes(Type used, int count) => Assert.Equal(
        count, new PurityRules(Banned).BreachesOf(new CompiledUse(new SourceFile("functions/Complaints.Domain/Docket/A.cs", ""), used)).Count());

    [Fact]
    public void Breaches_StaticFields_NamesThoseThatCanChange() => Assert.Equal(
        ["Last", "<Settable>k__BackingField", "Cache", "Known", "Listed", "Slots", "Memory"],
        PurityRules.BreachesOf(typeof(Remembering)).Select(line => line.Split(':')[0].Split('.')[^1]));

    private static bool Exists(string symbol)
    {
        var name = symbol[2..].Split('(')[0];
        var declaring = symbol[0] == 'T' ? name : name[..name.LastIndexOf('.')];
        var type = new[] { typeof(object), typeof(Console), typeof(System.Diagnostics.Process), typeof(System.Diagnostics.Stopwatch), typeof(System.Net.Http.HttpClient),
                typeof(System.Security.Cryptography.RandomNumberGenerator), typeof(IServiceProvider), typeof(Parallel), typeof(NodaTime.Instant) }
            .Select(known => known.Assembly.GetType(declaring)).FirstOrDefault(found => found is not null);
        var parameters = symbol.Split('(', ')') is [_, var list, _] ? list.Split(',') : [];

        return type is not null && symbol[0] switch
        {
            'T' => true,
            'P' => type.GetProperty(name[(declaring.Length + 1)..]) is not null,
            _ => type.GetMethods().Any(method => method.Name == name[(declaring.Length + 1)..]
                && method.GetParameters().Select(parameter => parameter.ParameterType.FullName).SequenceEqual(parameters)),
        };
    }

#pragma warning disable CA1823, CA1861, IDE0051, IDE0052 // the fields are the sample
    private static class Remembering
    {
        public const int Constant = 1;
        public static readonly string Fixed = "";
        public static readonly string[] Words = ["a"];
        public static readonly FrozenDictionary<string, int> Table = FrozenDictionary<string, int>.Empty;
        public static readonly IReadOnlyList<int> Numbers = [1];
        public static readonly Unchanging Value = new(1);
        public static int Last = Constant;

        public static int Settable { get; set; }

        public static int Gettable { get; } = 2;

        private static readonly ConcurrentDictionary<string, int> Cache = new();
        private static readonly Dictionary<string, int> Known = [];
        private static readonly IList<int> Listed = [];
        private static readonly object?[] Slots = new object?[8];
        private static readonly Changing Memory = new();

        public static Func<int> Lambda() => static () => Cache.Count + Known.Count + Listed.Count + Slots.Length + Memory.Count;
    }

    private sealed record Unchanging(int Number);

    private sealed class Changing
    {
        public int Count { get; set; }
    }
#pragma warning restore CA1823, CA1861, IDE0051, IDE0052
}
