using Complaints.TestKit;

namespace Complaints.Storage.Tests.Vault;

/// <summary>The first texts of a complaint never end up in another's place.</summary>
public sealed class SealFirstTests(TestStorage storage)
{
    private static readonly Dictionary<string, string> Texts = new() { ["name"] = "A. Observer", ["narrative"] = "The chair asked the observer to leave." };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SealFirst_NothingSealedYet_SealsAll()
    {
        var vault = await AVault.MakeAsync(storage);

        Assert.True(await vault.Store.SealFirstAsync("c1", Texts, Stop));

        Assert.Equal(Texts["name"], await vault.Store.OpenAsync("c1", "name", Stop));
        Assert.Equal(Texts["narrative"], await vault.Store.OpenAsync("c1", "narrative", Stop));
    }

    [Fact]
    public async Task SealFirst_TheSameTextsAgain_IsTrueAndChangesNothingButTheTagOfTheKey()
    {
        var vault = await AVault.MakeAsync(storage);
        Assert.True(await vault.Store.SealFirstAsync("c1", Texts, Stop));
        var before = await RowsAsync(vault);

        Assert.True(await vault.Store.SealFirstAsync("c1", Texts, Stop));

        var changed = (await RowsAsync(vault)).Except(before);
        Assert.StartsWith("key ", Assert.Single(changed), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name", "B. Other")]
    [InlineData("contact", "a.observer@example.org")]
    public async Task SealFirst_OtherTextsAreThere_IsFalseAndChangesNothing(string item, string text)
    {
        var vault = await AVault.MakeAsync(storage);
        Assert.True(await vault.Store.SealFirstAsync("c1", Texts, Stop));
        var before = await RowsAsync(vault);

        Assert.False(await vault.Store.SealFirstAsync("c1", new Dictionary<string, string>(Texts) { [item] = text }, Stop));

        Assert.Equal(before, await RowsAsync(vault));
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(AVault vault) =>
        [.. (await vault.RowsAsync()).Select(row => $"{row.RowKey} {row.ETag}")];
}
