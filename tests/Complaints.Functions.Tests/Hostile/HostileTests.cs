using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Complaints.Functions.Tests.Access;
using Complaints.Functions.Tests.Verifier;

namespace Complaints.Functions.Tests.Hostile;

/// <summary>
/// Requests that nobody means, to every function: none fails, none hangs, none names anybody. COMPLAINTS_TEST_LONG=true sends 100,000 in place of 2,000;
/// COMPLAINTS_TEST_INPUT sends only the one of that number.
/// </summary>
[Collection(nameof(Alone))]
public sealed class HostileTests : IAsyncLifetime
{
    private const int Seed = 20210110;
    private const int AtOnce = 4;
    private const long MostGrowth = 400L * 1024 * 1024;

    // Their parameters are of things that are not in the scene.
    private static readonly string[] NotThere = ["ReadAsset"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly int Inputs = Environment.GetEnvironmentVariable("COMPLAINTS_TEST_LONG") == "true" ? 100_000 : 2_000;

    // Each test has its own: after a hundred thousand inputs nobody may begin another draft.
    private readonly OwnStorage storage = new();

    private static IEnumerable<int> Numbers => int.TryParse(Environment.GetEnvironmentVariable("COMPLAINTS_TEST_INPUT"), CultureInfo.InvariantCulture, out var only)
        ? [only]
        : Enumerable.Range(0, Inputs);

    public ValueTask InitializeAsync() => storage.InitializeAsync();

    public ValueTask DisposeAsync() => storage.DisposeAsync();

    [Fact]
    public async Task Send_HostileInputsToEveryFunction_NoneFailsHangsOrNamesAnybody()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct);
        var scene = await Scene.SetAsync(tracker);
        using var process = Process.GetProcessById(tracker.Process.ProcessId);
        var before = process.WorkingSet64;
        var (faults, doors, statuses) = (new ConcurrentQueue<string>(), new ConcurrentDictionary<string, int>(), new ConcurrentDictionary<int, int>());

        await Parallel.ForEachAsync(Numbers, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
        {
            var input = AnInput.Of(Seed, number, scene);
            var (status, fault) = await TryAsync(tracker.Http.BaseAddress!.Port, input);
            doors.AddOrUpdate(input.Door.Name, 1, (_, count) => count + 1);
            statuses.AddOrUpdate(status, 1, (_, count) => count + 1);

            if (fault is not null && faults.Count < 20)
            {
                faults.Enqueue($"Seed {Seed}, input {number}: {fault}\n{input}\n");
            }
        });

        process.Refresh();
        var growth = process.WorkingSet64 - before;
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{statuses.Values.Sum()} hostile inputs (seed {Seed}) to {doors.Count} functions, statuses {string.Join(", ", statuses.OrderBy(each => each.Key).Select(each => $"{each.Key}: {each.Value}"))}; {faults.Count} faults (at most 20 are kept); {growth / 1024 / 1024} MB more."));
        var logged = tracker.Process.Lines.All.Where(
            line => line.Contains(" failed, trace id ", StringComparison.Ordinal) || line.Contains("Unhandled exception", StringComparison.Ordinal)).Take(5);
        Assert.True(faults.IsEmpty, string.Join('\n', faults.Concat(logged)));
        Assert.Empty(logged);
        Assert.True(growth < MostGrowth, $"{growth} bytes more.");
    }

    // Or the spoilt ones would be refused for something else, and get nowhere.
    [Fact]
    public async Task Send_Unspoilt_IsUnderstoodByEveryFunction()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct);
        var scene = await Scene.SetAsync(tracker);
        var refused = new List<string>();

        foreach (var door in ADoor.All.Where(each => !each.Route.Contains('*', StringComparison.Ordinal)))
        {
            var (status, _, text) = await Wire.SendAsync(tracker.Http.BaseAddress!.Port, AnInput.Plain(door, scene).Bytes, isCutOff: false, TestContext.Current.CancellationToken);

            if (status is not (< 400 or 422) && !NotThere.Contains(door.Name))
            {
                refused.Add($"{door.Method} {door.Name}: {text}");
            }
        }

        Assert.True(refused.Count == 0, string.Join('\n', [.. refused, .. tracker.Process.Lines.All.SkipWhile(line => !line.Contains(" failed, trace id ", StringComparison.Ordinal)).Take(10)]));
    }

    /// <summary>The status, and what is wrong with the answer; null if nothing is.</summary>
    private static async Task<(int Status, string? Fault)> TryAsync(int port, AnInput input)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);

        try
        {
            var (status, type, text) = await Wire.SendAsync(port, input.Bytes, input.IsCutOff, patience.Token);
            return (status, FaultOf(input, status, type, text));
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            return (0, $"no answer within {Patience}");
        }
    }

    private static string? FaultOf(AnInput input, int status, string type, string text) =>
        status >= 500 ? $"it answers {status}: {text}"
        : status == 0 && !input.IsCutOff ? "the connection was closed"
        : !MayRead(input) && ACase.Canaries.FirstOrDefault(each => text.Contains(each, StringComparison.OrdinalIgnoreCase)) is { } named ? $"it names {named}"
        : status >= 400 && type.StartsWith("application/", StringComparison.Ordinal) ? ProblemFault(type, text)
        : null;

    // Whoever recorded it, and a coordinator, may open a complaint's people and documents at the doors for that.
    private static bool MayRead(AnInput input) =>
        input.Door.Name is "ReadDocument" or "SaveDocument" or "OpenIdentity" or "SendIdentity" or "SendPaper" && input.Role is "coordinator" or null;

    private static string? ProblemFault(string type, string text)
    {
        var body = text[(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];

        if (body.Length == 0)
        {
            return null; // a HEAD
        }

        if (!type.StartsWith("application/problem+json", StringComparison.Ordinal))
        {
            return $"its error is {type}";
        }

        try
        {
            using var problem = JsonDocument.Parse(body[..(body.LastIndexOf('}') + 1)]);
            return problem.RootElement.GetProperty("refusals").EnumerateArray().Any(each => each.GetProperty("code").GetString() is { Length: > 0 }) ? null : "its problem has no code";
        }
        catch (JsonException e)
        {
            return $"its problem cannot be read: {e.Message}";
        }
    }
}
