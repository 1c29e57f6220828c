using System.IO;
using Complaints.Domain.Rulebooks;
using Complaints.TestKit;

namespace Complaints.Domain.Tests.Lifecycle;

/// <summary>The pages about the lifecycle are what the machine says, byte for byte, one for each shipped rulebook.</summary>
public sealed class LifecyclePageTests
{
    private static readonly string Folder = Repository.PathOf("docs", "lifecycle");

    public static TheoryData<string> Shipped => [.. ShippedLaw.Rulebooks.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public Task Index_IsWhatTheMachineSays() => CompareAsync(Repository.PathOf("docs", "lifecycle.md"), LifecycleIndex.Write());

    [Theory]
    [MemberData(nameof(Shipped))]
    public Task Page_OfARulebook_IsWhatTheMachineSays(string id) =>
        CompareAsync(Path.Combine(Folder, $"{id}.md"), new LifecyclePage(ShippedLaw.Rulebooks[id]).Write());

    [Fact]
    public void Folder_HasNoPageOfARulebookThatIsGone() => Assert.Equal(
        ShippedLaw.Rulebooks.Keys.Order(StringComparer.Ordinal), Directory.GetFiles(Folder).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!);

    private static async Task CompareAsync(string page, string said)
    {
        if (Environment.GetEnvironmentVariable("COMPLAINTS_WRITE_DOCS") == "true")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(page)!);
            await File.WriteAllTextAsync(page, said, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), said);
    }
}
