using System.IO;
using System.Text.Json;
using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Domain.Statistics;
using Complaints.Functions.Access;
using Complaints.Functions.Docket.Import;
using Complaints.Storage.Docket;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Complaints.Functions.Samples;

/// <summary>
/// The election a laptop starts with, where COMPLAINTS_SAMPLE names its folder: loaded before the first call is answered, in development alone. Loaded
/// again, it meets its own rows.
/// </summary>
internal sealed partial class SampleElection(
    ImportRegisterHandler import, ElectionStore elections, Surroundings surroundings, ILogger<SampleElection> logger) : IHostedLifecycleService
{
    private const string Variable = "COMPLAINTS_SAMPLE";

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (surroundings.IsDevelopment && Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } name)
        {
            await LoadAsync(FolderOf(name), cancellationToken);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static string FolderOf(string name)
    {
        var all = Path.Combine(AppContext.BaseDirectory, "Samples");
        var known = Directory.EnumerateDirectories(all).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToArray();

        return known.Contains(name)
            ? Path.Combine(all, name)
            : throw new InvalidOperationException($"{Variable} is '{name}', which is not one of: {string.Join(", ", known)}.");
    }

    private async Task LoadAsync(string folder, CancellationToken cancellationToken)
    {
        var election = await ReadAsync<Election>(folder, "election.json", cancellationToken);

        if (await elections.FindAsync(election.Id, cancellationToken) is null)
        {
            await elections.SaveAsync(election, cancellationToken);
        }

        foreach (var figure in await ReadAsync<ReportedFigure[]>(folder, "reported.json", cancellationToken))
        {
            await elections.SaveAsync(election.Id, figure, cancellationToken);
        }

        using var register = File.OpenText(Path.Combine(folder, "register.csv"));
        var imported = await import.HandleAsync(election.Id, register, isDryRun: false, "sample", cancellationToken);

        if (!imported.IsAllowed(out var rows))
        {
            throw new InvalidOperationException($"The sample {election.Id} cannot be imported: {imported.Refusals[0].Message}");
        }

        Log.Loaded(logger, election.Id, rows.Imported, rows.Repeated, rows.Rejected.Count, rows.Rejected is [var first, ..] ? first.Refusals[0].Code : "none");
    }

    private static async Task<T> ReadAsync<T>(string folder, string name, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(Path.Combine(folder, name));
        return (await JsonSerializer.DeserializeAsync<T>(file, RecordJson.Options, cancellationToken))!;
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Information,
            Message = "Sample election {Election}: {Imported} rows imported, {Repeated} there already, {Rejected} rejected (first reason: {Reason}).")]
        public static partial void Loaded(ILogger logger, string election, int imported, int repeated, int rejected, string reason);
    }
}
