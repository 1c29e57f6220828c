using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions;

/// <summary>Finds the election that an address names, so that every page about one that is for practice says so, whoever wrote the page.</summary>
internal static class Practice
{
    /// <summary>Whether the address names a training election, or a complaint of one, in which the caller has a part.</summary>
    public static async ValueTask<bool> IsAskedAsync(HttpContext http, ElectionStore elections)
    {
        var (name, code) = Named(http.Request);
        return (name ?? code) is not null
            && (await elections.AllAsync(http.RequestAborted)).FirstOrDefault(each => each.Id == name || string.Equals(each.Code, code, StringComparison.OrdinalIgnoreCase)) is { IsTraining: true } election
            && Caller.Of(http).In(election.Id) != Roles.None;
    }

    private static (string? Name, string? Code) Named(HttpRequest request) =>
        (request.RouteValues["election"] as string ?? (request.Query["election"] is [{ Length: > 0 } asked] ? asked : null)) is { } name ? (name, null)
        : request.RouteValues["id"] is string id && Reference.Parse(id).IsAllowed(out var reference) ? (null, reference.Code)
        : (null, null);
}
