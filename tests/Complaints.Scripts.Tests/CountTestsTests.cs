using System.IO;

namespace Complaints.Scripts.Tests;

public sealed class CountTestsTests
{
    [Fact]
    public async Task Count_EveryTestPassed_AddsThemUp()
    {
        using var results = new TemporaryFolder();
        Add(results, "One", exitCode: 0, total: 3, executed: 3, passed: 3);
        Add(results, "Two", exitCode: 0, total: 4, executed: 4, passed: 4);

        await AssertLastLineAsync(results, "7 passed, 0 failed", exitCode: 0);
    }

    [Fact]
    public async Task Count_SomeFailedOrSkipped_SaysSo()
    {
        using var results = new TemporaryFolder();
        Add(results, "One", exitCode: 1, total: 5, executed: 4, passed: 2);

        await AssertLastLineAsync(results, "2 passed, 2 failed, 1 skipped", exitCode: 1);
    }

    [Fact]
    public async Task Count_ProcessDiedWithoutResults_IsAFailure()
    {
        using var results = new TemporaryFolder();
        Add(results, "One", exitCode: 0, total: 1, executed: 1, passed: 1);
        File.WriteAllText(results.PathOf("Two.exit"), "134\n");

        await AssertLastLineAsync(results, "1 passed, 1 failed", exitCode: 1);
    }

    [Fact]
    public async Task Count_NoTestRan_IsNoSuccess()
    {
        using var results = new TemporaryFolder();
        File.WriteAllText(results.PathOf("One.exit"), "0\n");

        await AssertLastLineAsync(results, "0 passed, 0 failed", exitCode: 1);
    }

    [Fact]
    public async Task Test_NameOfNoProject_IsNoSuccess()
    {
        var finished = await Command.RunAsync(Command.Tool("test"), ["NoSuchProject"]);

        Assert.Equal(1, finished.ExitCode);
        Assert.EndsWith("\n0 passed, 0 failed\n", finished.Output);
    }

    [Fact]
    public async Task Figures_OfTestsThatSpoke_AreToldWithTheirNames()
    {
        using var results = new TemporaryFolder();
        File.WriteAllText(results.PathOf("One.trx"), """
            <TestRun><Results><UnitTestResult outcome="Passed" testName="A.B.Loud_Asked_Tells"><Output><StdOut>3 &lt; 4 ms
            and no more</StdOut></Output></UnitTestResult><UnitTestResult testName="A.B.Mute"></UnitTestResult></Results></TestRun>
            """);

        var finished = await Command.RunAsync("node", [Command.Tool("infra", "laptop", "figures.mjs"), results.PathOf("One.trx")]);

        Assert.Equal("  Loud_Asked_Tells: 3 < 4 ms\n  Loud_Asked_Tells: and no more\n", finished.Output);
    }

    private static void Add(TemporaryFolder results, string name, int exitCode, int total, int executed, int passed)
    {
        File.WriteAllText(results.PathOf($"{name}.exit"), $"{exitCode}\n");
        File.WriteAllText(results.PathOf($"{name}.trx"), $"""
            <TestRun><ResultSummary outcome="x"><Counters total="{total}" executed="{executed}" passed="{passed}" failed="9" error="0" /></ResultSummary></TestRun>
            """);
    }

    private static async Task AssertLastLineAsync(TemporaryFolder results, string line, int exitCode)
    {
        var finished = await Command.RunAsync("node", [Command.Tool("infra", "laptop", "count-tests.mjs"), results.Path]);

        Assert.Equal(line, finished.Output.TrimEnd('\n').Split('\n')[^1]);
        Assert.Equal(exitCode, finished.ExitCode);
    }
}
