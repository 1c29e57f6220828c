using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Pages;

/// <summary>
/// Where a page that says why not leads back to: the complaint or the door that the address lies behind. What the caller may not open is left out, and so is the page
/// that could not be shown itself.
/// </summary>
internal static class Above
{
    // That it is not there, or nowhere: a link to it would lead to the same page again.
    private static readonly string[] Absent = ["complaint.none", "reference.malformed", "reference.mistyped"];

    /// <summary>The address and what it is called; null where there is nothing but the start page.</summary>
    public static (string Address, string Text)? Of(HttpContext http, IReadOnlyList<Refusal> refusals, Words words)
    {
        var caller = Caller.Of(http);
        string[] parts = (http.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);

        if (parts is ["complaints", var id, _, ..] && Reference.Parse(id).IsAllowed(out var reference)
            && caller.Refuse(Roles.Observer | Roles.Coordinator, null) is null && !refusals.Any(each => Absent.Contains(each.Code)))
        {
            return ($"/complaints/{reference.Id}", words["step.back", reference]);
        }

        var name = parts switch
        {
            ["complaints", "drafts" or "new" or "offline-form", ..] => "record",
            ["complaints" or "clusters", ..] => "register",
            ["rulebooks", ..] => "law",
            [var first, ..] => first,
            _ => "",
        };
        return Doors.All.Where(each => each.Door == name && caller.Refuse(each.For, null) is null)
            .Where(each => !HttpMethods.IsGet(http.Request.Method) || http.Request.Path != each.Address)
            .Select(each => ((string, string)?)(each.Address, words[$"door.{each.Door}"]))
            .FirstOrDefault();
    }
}
