using Complaints.Functions.Access;

namespace Complaints.Functions.Pages;

/// <summary>The doors of the tracker: the menu of every page, and with a sentence each the start page.</summary>
internal static class Doors
{
    /// <summary>The doors of the menu, in order, each for those who may use it in some election.</summary>
    public static IReadOnlyList<(string Door, string Address, Roles For)> All { get; } =
    [
        ("start", "/", Roles.None), ("check", "/check", Roles.None), ("record", "/complaints/new", Roles.Observer | Roles.Coordinator),
        ("register", "/register", Roles.Mission), ("deadlines", "/deadlines", Roles.Coordinator),
        ("statistics", "/statistics", Roles.Coordinator | Roles.Analyst | Roles.Administrator), ("law", "/rulebooks", Roles.None),
        ("manage", "/manage", Roles.Administrator | Roles.Coordinator),
    ];

    /// <summary>The doors of the start page, in the order in which a complaint goes through them.</summary>
    public static IReadOnlyList<(string Door, string Address, Roles For)> OfStart { get; } =
        [Find("check"), Find("record"), ("follow", "/follow", Roles.None), Find("deadlines"), Find("register"), Find("statistics")];

    private static (string Door, string Address, Roles For) Find(string door) => All.First(each => each.Door == door);
}
