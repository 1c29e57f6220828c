using System.Text;
using Complaints.TestKit;

namespace Complaints.Storage.Tests.Vault;

public sealed class VaultStoreTests(TestStorage storage)
{
    private const string Complaint = "kz21p-4f7k2q9d-x";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, int> Texts => new()
    {
        { "empty", 0 }, { "one letter", 1 }, { "the longest form field", 20_000 }, { "more than one property takes", 60 * 1024 }, { "six properties", 170_000 },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task OpenAsync_SealedText_IsTheSameText(string why, int length)
    {
        const string Letters = "Әәлемдегі Ғылым, Қазақстан, Ңң, Өө, Ұұ, Үү, Һһ, Іі – naïve, 中文, 🗳️\r\n\t";
        var text = string.Concat(Enumerable.Repeat(Letters, (length / Letters.Length) + 1))[..length];
        text = char.IsHighSurrogate(text.LastOrDefault()) ? text[..^1] : text;
        var vault = await AVault.MakeAsync(storage);

        await vault.Store.SealAsync(Complaint, "narrative", text, Cancellation);

        Assert.True(await vault.Store.OpenAsync(Complaint, "narrative", Cancellation) == text, why);
    }

    [Fact]
    public async Task OpenAsync_NothingSealed_IsNull()
    {
        var vault = await AVault.MakeAsync(storage);
        Assert.Null(await vault.Store.OpenAsync(Complaint, "name", Cancellation));

        await vault.Store.SealAsync(Complaint, "contact", "+7 701 000 00 00", Cancellation);

        Assert.Null(await vault.Store.OpenAsync(Complaint, "name", Cancellation));
        Assert.Null(await vault.Store.OpenAsync("kz21p-00000000-0", "contact", Cancellation));
    }

    [Fact]
    public async Task SealAsync_SameItemAgain_Replaces()
    {
        var vault = await AVault.MakeAsync(storage);
        await vault.Store.SealAsync(Complaint, "narrative", new string('x', 200_000), Cancellation);

        await vault.Store.SealAsync(Complaint, "narrative", "short", Cancellation);

        Assert.Equal("short", await vault.Store.OpenAsync(Complaint, "narrative", Cancellation));
    }

    [Fact]
    public async Task SealAsync_SeveralTexts_AllOpen()
    {
        var vault = await AVault.MakeAsync(storage);
        var texts = new Dictionary<string, string> { ["name"] = "Айгүл", ["contact"] = "a@example.org", ["narrative"] = "Мені шығарып жіберді.", ["file:1"] = "фото.jpg" };

        await vault.Store.SealAsync(Complaint, texts, Cancellation);

        foreach (var (item, text) in texts)
        {
            Assert.Equal(text, await vault.Store.OpenAsync(Complaint, item, Cancellation));
        }

        Assert.Equal(["i:contact", "i:file:1", "i:name", "i:narrative", "key"], (await vault.RowsAsync()).Select(row => row.RowKey).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task SealAsync_ManyFirstWritersAtOnce_AgreeOnOneKey()
    {
        var keys = AVault.Keys("k1");
        var vault = await AVault.MakeAsync(storage, keys);
        var items = Enumerable.Range(1, 16).Select(number => $"file:{number}").ToList();

        await Task.WhenAll(items.Select(item => vault.With(keys).SealAsync(Complaint, item, item, Cancellation)));

        foreach (var item in items)
        {
            Assert.Equal(item, await vault.Store.OpenAsync(Complaint, item, Cancellation));
        }
    }

    [Fact]
    public async Task OpenAsync_SealedUnderAnEarlierWrappingKey_StillOpens()
    {
        var (old, fresh) = (AVault.Entry("k1"), AVault.Entry("k2"));
        var vault = await AVault.MakeAsync(storage, Complaints.Storage.Vault.VaultKeys.Parse(old));
        await vault.Store.SealAsync(Complaint, "name", "Айгүл", Cancellation);

        var rotated = vault.With(Complaints.Storage.Vault.VaultKeys.Parse($"{fresh},{old}"));
        await rotated.SealAsync(Complaint, "contact", "a@example.org", Cancellation);

        Assert.Equal("Айгүл", await rotated.OpenAsync(Complaint, "name", Cancellation));
        Assert.Equal("a@example.org", await rotated.OpenAsync(Complaint, "contact", Cancellation));
    }

    [Fact]
    public async Task SealAsync_AnyText_LeavesNothingReadableInTheRows()
    {
        const string Canary = "canary-Айгүл-Сәбитова";
        var vault = await AVault.MakeAsync(storage);

        await vault.Store.SealAsync(Complaint, "name", Canary, Cancellation);
        await vault.Store.SealAsync(Complaint, "narrative", string.Concat(Enumerable.Repeat(Canary, 5_000)), Cancellation);

        foreach (var column in (await vault.RowsAsync()).SelectMany(row => row))
        {
            var raw = column.Value is byte[] bytes ? bytes : Encoding.UTF8.GetBytes(column.Value?.ToString() ?? string.Empty);
            Assert.True(raw.AsSpan().IndexOf(Encoding.UTF8.GetBytes("canary")) < 0, column.Key);
            Assert.True(raw.AsSpan().IndexOf(Encoding.UTF8.GetBytes("Айгүл")) < 0, column.Key);
            Assert.True(raw.AsSpan().IndexOf(Encoding.Unicode.GetBytes("canary")) < 0, column.Key);
        }
    }

    [Fact]
    public async Task SealAsync_SameTextTwice_LiesThereDifferently()
    {
        var vault = await AVault.MakeAsync(storage);
        await vault.Store.SealAsync(Complaint, "name", "Айгүл", Cancellation);
        var first = (await vault.RowAsync(Complaint, "i:name")).GetBinary("Sealed00");

        await vault.Store.SealAsync(Complaint, "name", "Айгүл", Cancellation);

        Assert.NotEqual(first, (await vault.RowAsync(Complaint, "i:name")).GetBinary("Sealed00"));
    }

    [Theory]
    [InlineData("Айгүл")]
    [InlineData("Aigul")]
    [InlineData("a person")]
    [InlineData("a/b")]
    [InlineData("")]
    public async Task SealAsync_ItemThatCouldBePersonal_IsRefusedAndNotRepeated(string item)
    {
        var vault = await AVault.MakeAsync(storage);

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => vault.Store.SealAsync(Complaint, item, "x", Cancellation));

        Assert.True(item.Length == 0 || !refused.Message.Contains(item, StringComparison.Ordinal));
        Assert.Empty(await vault.RowsAsync());
    }

    [Fact]
    public async Task SealAsync_MoreThanARowTakes_IsRefused()
    {
        var vault = await AVault.MakeAsync(storage);

        await Assert.ThrowsAsync<ArgumentException>(() => vault.Store.SealAsync(Complaint, "narrative", new string('x', 900 * 1024), Cancellation));

        Assert.Empty(await vault.RowsAsync());
    }

    [Fact]
    public async Task SealAsync_HalfASurrogatePair_IsRefused()
    {
        var vault = await AVault.MakeAsync(storage);

        await Assert.ThrowsAnyAsync<ArgumentException>(() => vault.Store.SealAsync(Complaint, "narrative", "\ud83d", Cancellation));
    }
}
