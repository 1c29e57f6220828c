using System.IO;
using Complaints.TestKit;

namespace Complaints.Domain.Tests.Deadlines;

/// <summary>The table on the page about counting is what the program counts, byte for byte.</summary>
public sealed class WorkedTableTests
{
    private const string Begin = "<!-- table -->\n";
    private const string End = "<!-- /table -->\n";

    [Fact]
    public async Task Page_Table_IsWhatIsCounted()
    {
        var page = Repository.PathOf("docs", "deadlines.md");
        var written = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        var from = written.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var counted = written[..from] + WorkedTable.Write() + written[written.IndexOf(End, from, StringComparison.Ordinal)..];

        if (Environment.GetEnvironmentVariable("COMPLAINTS_WRITE_DOCS") == "true")
        {
            await File.WriteAllTextAsync(page, counted, TestContext.Current.CancellationToken);
            written = counted;
        }

        Assert.Equal(counted, written);
    }
}
