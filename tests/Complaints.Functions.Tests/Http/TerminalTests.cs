namespace Complaints.Functions.Tests.Http;

/// <summary>What a person who runs the tracker sees in the terminal: nothing that is as it should be.</summary>
public sealed class TerminalTests(Tracker tracker)
{
    [Fact]
    public async Task Open_AForm_SaysNothing()
    {
        Assert.Equal(200, (await tracker.GetAsync("complaints/new")).Status);

        Assert.DoesNotContain(tracker.Process.Lines.All, line => line.Contains("Cache-Control", StringComparison.Ordinal));
        Assert.DoesNotContain(tracker.Process.Lines.All, line => line.Contains("XML encryptor", StringComparison.Ordinal));
    }
}
