namespace Complaints.Shape.Tests;

public sealed class CompiledCodeTests
{
    private static readonly CompiledCode Own = CompiledCode.Of(typeof(CompiledCodeTests).Assembly);

    [Theory]
    [InlineData(typeof(Domain.Docket.Proceeding))]  // in an attribute
    [InlineData(typeof(Domain.Rulebooks.Zones))]    // by a namespace alias
    [InlineData(typeof(Domain.Docket.Complaint))]   // in an interpolated string
    [InlineData(typeof(Domain.Lifecycle.Position))] // in an asynchronous method
    [InlineData(typeof(Domain.Alerts.Alert))]       // in a delegate, which has no line of its own
    public void Uses_OfTheSample_NameEveryType(Type used) =>
        Assert.Contains(Own.Uses(), use => use.Used == used && use.File.Path == "tests/Shape/CompiledSample.cs");

    [Fact]
    public void PathOf_EveryTypeOfTheRooms_IsKnownUnlessGenerated() => Assert.All(
        CompiledCode.Rooms.Select(use => use.Used).Where(type => type.Namespace?.StartsWith("Complaints.", StringComparison.Ordinal) == true),
        type => Assert.NotNull(CompiledCode.RoomFolderOf(type)));
}
