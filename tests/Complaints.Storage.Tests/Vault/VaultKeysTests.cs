using System.Security.Cryptography;
using Complaints.Storage.Vault;

namespace Complaints.Storage.Tests.Vault;

public sealed class VaultKeysTests
{
    private static readonly string Key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    [Fact]
    public void Parse_SeveralKeys_FirstIsCurrent()
    {
        var keys = VaultKeys.Parse($"2021-b:{Key}, 2021-a:{Convert.ToBase64String(new byte[32])}");

        Assert.Equal("2021-b", keys.Current);
        Assert.Equal(["2021-a", "2021-b"], keys.Ids.Order());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Parse_Nothing_SaysThatAKeyIsNeeded(string? configured) =>
        Assert.Contains("no wrapping key", Assert.Throws<FormatException>(() => VaultKeys.Parse(configured)).Message);

    [Theory]
    [InlineData("{0}", "Entry 1")]
    [InlineData(":{0}", "Entry 1")]
    [InlineData("K1:{0}", "Entry 1")]
    [InlineData("k1:{0},", "Entry 2")]
    [InlineData("k1:{0},k 2:{0}", "Entry 2")]
    [InlineData("k1:AAAA", "k1 is not the base64 of 32 bytes")]
    [InlineData("k1:{0}{0}", "k1 is not the base64 of 32 bytes")]
    [InlineData("k1:{0}AAAA", "k1 is not the base64 of 32 bytes")]
    [InlineData("k1:***", "k1 is not the base64 of 32 bytes")]
    [InlineData("k1:", "k1 is not the base64 of 32 bytes")]
    [InlineData("k1:{0},k1:{0}", "k1 is configured twice")]
    public void Parse_BadEntry_SaysWhichAndRepeatsNoKey(string configured, string expected)
    {
        var refused = Assert.Throws<FormatException>(() => VaultKeys.Parse(configured.Replace("{0}", Key, StringComparison.Ordinal)));

        Assert.Contains(expected, refused.Message);
        Assert.DoesNotContain(Key[..12], refused.ToString());
    }
}
