using System.IO;
using System.IO.Compression;
using System.Net.Http;
using Complaints.Domain.Docket;
using Complaints.Functions.Tests.Access;

namespace Complaints.Functions.Tests.Vault;

/// <summary>The doors behind which nobody may find what a vault keeps.</summary>
internal static class Sealed
{
    /// <summary>What every door answers that does not open a vault: pages, JSON, lists, history, bundle, figures.</summary>
    public static async Task<IReadOnlyList<(string What, string Text)>> AnswersAsync(
        Tracker tracker, Election election, string id, (string Name, string Value) caller)
    {
        var answers = new List<(string, string)>();

        foreach (var door in AVisit.Doors.Where(each => each.Method == "GET" && each.Name is not ("ReadDocument" or "SaveDocument" or "ReadBundle")))
        {
            answers.Add((door.Name, (await tracker.VisitAsync(door, id, caller)).Text));
        }

        foreach (var path in new[]
        {
            $"api/complaints?election={election.Id}", $"register?election={election.Id}", $"api/elections/{election.Id}/statistics",
            $"api/elections/{election.Id}/statistics?format=csv", $"api/elections/{election.Id}/team", "", "api/health", "api/elections",
        })
        {
            answers.Add((path, (await tracker.GetAsync(path, caller)).Text));
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/complaints/{id}/bundle");
        request.Headers.Add(caller.Name, caller.Value);
        using var answer = await tracker.Http.SendAsync(request, TestContext.Current.CancellationToken);
        using var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));

        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(TestContext.Current.CancellationToken));
            answers.Add((entry.FullName, await reader.ReadToEndAsync(TestContext.Current.CancellationToken)));
        }

        return answers;
    }
}
