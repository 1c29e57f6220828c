using System.IO;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Complaints.Benchmarks.Tests;

/// <summary>Runs one class of benchmarks in this process and says what each of its cases takes.</summary>
internal static class Pace
{
    /// <summary>Whether the figures are wanted; without it a short run only shows that they can be taken.</summary>
    public static bool IsMeasured { get; } = Environment.GetEnvironmentVariable("COMPLAINTS_TEST_LONG") == "true";

    /// <summary>The median time of each method for each value of its parameter, in nanoseconds.</summary>
    /// <exception cref="InvalidOperationException">A benchmark did not run; the message says why.</exception>
    public static IReadOnlyDictionary<(string Method, string Case), double> Of<T>()
    {
        var artifacts = Directory.CreateTempSubdirectory("complaints-benchmarks-");

        try
        {
            var log = new AccumulationLogger();
            var summary = BenchmarkRunner.Run<T>(Config(log, artifacts.FullName));

            return summary.HasCriticalValidationErrors || summary.Reports.IsEmpty || summary.Reports.Any(each => !each.Success)
                ? throw new InvalidOperationException($"{typeof(T).Name} did not run to its end:{Environment.NewLine}{log.GetLog()}")
                : summary.Reports.ToDictionary(Name, each => each.ResultStatistics!.Median);
        }
        finally
        {
            artifacts.Delete(recursive: true);
        }
    }

    private static (string Method, string Case) Name(BenchmarkReport report) => (
        report.BenchmarkCase.Descriptor.WorkloadMethod.Name,
        report.BenchmarkCase.Parameters.Items.SingleOrDefault()?.Value?.ToString() ?? "");

    private static IConfig Config(ILogger log, string artifacts)
    {
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance);
        return ManualConfig.CreateEmpty()
            .AddLogger(log)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .WithArtifactsPath(artifacts)
            .WithOptions(ConfigOptions.DisableLogFile | ConfigOptions.DisableOptimizationsValidator)
            .AddJob(IsMeasured
                ? job.WithWarmupCount(5).WithIterationCount(15).WithIterationTime(TimeInterval.FromMilliseconds(60))
                : job.WithWarmupCount(1).WithIterationCount(3).WithIterationTime(TimeInterval.FromMilliseconds(10)));
    }
}
