using Complaints.Functions.Tests.Rulebooks;

namespace Complaints.Functions.Tests.Access;

public sealed class AccessTests(Tracker tracker)
{
    private static readonly string[] Roles = ["observer", "coordinator", "analyst", "administrator", "complainant"];

    public static TheoryData<string> Doors => [.. ADoor.All.Select(door => $"{door.Method} {door.Name}")];

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Call_EveryRole_OpensWhatIsAllowed(string name)
    {
        var door = ADoor.All.Single(each => $"{each.Method} {each.Name}" == name);

        foreach (var role in Roles)
        {
            var status = await door.CallAsync(tracker.Http, Sign.As(role).Value);

            Assert.True(door.IsFor(role) ? IsLetIn(status) : status == 403, $"{name} answers {status} to {role}.");
        }
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Call_WithoutARole_OpensWhatIsForEverybody(string name)
    {
        var door = ADoor.All.Single(each => $"{each.Method} {each.Name}" == name);

        var known = await door.CallAsync(tracker.Http, Sign.As("nobody").Value);
        var unknown = await door.CallAsync(tracker.Http, "not a principal");

        Assert.True(door.IsOpen ? IsLetIn(known) : known == 403, $"{name} answers {known} to a known caller without a role.");
        Assert.True(door.IsOpen ? IsLetIn(unknown) : unknown == 401, $"{name} answers {unknown} to an unknown caller.");
    }

    private static bool IsLetIn(int status) => status is not (401 or 403) and < 500;
}
