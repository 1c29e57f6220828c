using System.IO;
using Complaints.TestKit;

namespace Complaints.Domain.Tests.Lifecycle;

/// <summary>The page about the lifecycle is what the machine says, byte for byte.</summary>
public sealed class LifecyclePageTests
{
    private static readonly string Page = Repository.PathOf("docs", "lifecycle.md");

    [Fact]
    public async Task Page_IsWhatTheMachineSays()
    {
        var said = LifecyclePage.Write();

        if (Environment.GetEnvironmentVariable("COMPLAINTS_WRITE_DOCS") == "true")
        {
            await File.WriteAllTextAsync(Page, said, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(Page, TestContext.Current.CancellationToken), said);
    }
}
