using System.Security.Cryptography;
using Azure.Data.Tables;
using Complaints.TestKit;

namespace Complaints.Storage.Tests.Vault;

/// <summary>What somebody could do who can write to the table but has no key: never may a text come out of it.</summary>
public sealed class VaultTamperingTests(TestStorage storage)
{
    private const string Complaint = "kz21p-4f7k2q9d-x";
    private const string Other = "kz21p-8h2m5t0c-4";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenAsync_ValueMovedToAnotherItem_Throws()
    {
        var vault = await SealedVaultAsync();

        await vault.MoveAsync(await vault.RowAsync(Complaint, "i:name"), Complaint, "i:contact");

        await RefusesAsync(vault, Complaint, "contact");
    }

    [Fact]
    public async Task OpenAsync_ValueMovedToAnotherComplaint_Throws()
    {
        var vault = await SealedVaultAsync();

        await vault.MoveAsync(await vault.RowAsync(Complaint, "i:name"), Other, "i:name");

        await RefusesAsync(vault, Other, "name");
    }

    [Fact]
    public async Task OpenAsync_ValueAndKeyMovedToAnotherComplaint_Throws()
    {
        var vault = await SealedVaultAsync();

        await vault.MoveAsync(await vault.RowAsync(Complaint, "key"), Other, "key");
        await vault.MoveAsync(await vault.RowAsync(Complaint, "i:name"), Other, "i:name");

        await RefusesAsync(vault, Other, "name");
    }

    [Theory]
    [InlineData("i:name", "Sealed00", 0)]   // the nonce
    [InlineData("i:name", "Sealed00", 12)]  // the tag
    [InlineData("i:name", "Sealed00", 28)]  // the text
    [InlineData("i:narrative", "Sealed01", 5)]
    [InlineData("key", "Wrapped", 0)]
    [InlineData("key", "Wrapped", 40)]
    public async Task OpenAsync_OneBitFlipped_Throws(string rowKey, string column, int at)
    {
        var vault = await SealedVaultAsync();
        var row = await vault.RowAsync(Complaint, rowKey);
        row.GetBinary(column)[at] ^= 1;

        await vault.ReplaceAsync(row);

        await RefusesAsync(vault, Complaint, rowKey == "i:narrative" ? "narrative" : "name");
    }

    [Fact]
    public async Task OpenAsync_PropertiesSwapped_Throws()
    {
        var vault = await SealedVaultAsync();
        var row = await vault.RowAsync(Complaint, "i:narrative");
        (row["Sealed01"], row["Sealed02"]) = (row["Sealed02"], row["Sealed01"]);

        await vault.ReplaceAsync(row);

        await RefusesAsync(vault, Complaint, "narrative");
    }

    [Theory]
    [InlineData("Sealed00")]
    [InlineData("Sealed01")]
    [InlineData("Sealed03")]
    public async Task OpenAsync_PropertyRemoved_Throws(string column)
    {
        var vault = await SealedVaultAsync();
        var row = await vault.RowAsync(Complaint, "i:narrative");
        Assert.True(row.Remove(column));

        await vault.ReplaceAsync(row);

        await RefusesAsync(vault, Complaint, "narrative");
    }

    [Fact]
    public async Task OpenAsync_KeyRowEmptied_Throws()
    {
        var vault = await SealedVaultAsync();

        await vault.ReplaceAsync(new TableEntity(Complaint, "key"));

        await RefusesAsync(vault, Complaint, "name");
    }

    [Fact]
    public async Task OpenAsync_KeyRowRemoved_Throws()
    {
        var vault = await SealedVaultAsync();

        await vault.Table.DeleteEntityAsync(Complaint, "key", cancellationToken: Cancellation);

        await RefusesAsync(vault, Complaint, "name");
    }

    [Fact]
    public async Task OpenAsync_WrappingKeyOfTheSameNameButOtherBytes_Throws()
    {
        var vault = await SealedVaultAsync();

        var thrown = await Assert.ThrowsAsync<CryptographicException>(() => vault.With(AVault.Keys("k1")).OpenAsync(Complaint, "name", Cancellation));

        Assert.Contains("k1 is not the key that wrapped it", thrown.Message);
    }

    [Fact]
    public async Task OpenAsync_WrappingKeyNoLongerConfigured_SaysWhichIsMissing()
    {
        var vault = await SealedVaultAsync();

        var thrown = await Assert.ThrowsAsync<CryptographicException>(() => vault.With(AVault.Keys("k2")).OpenAsync(Complaint, "name", Cancellation));

        Assert.Contains("does not name the wrapping key k1", thrown.Message);
    }

    [Fact]
    public async Task SealAsync_WrongWrappingKey_ThrowsAndChangesNothing()
    {
        var vault = await SealedVaultAsync();

        await Assert.ThrowsAsync<CryptographicException>(() => vault.With(AVault.Keys("k1")).SealAsync(Complaint, "name", "another", Cancellation));

        Assert.Equal("Айгүл", await vault.Store.OpenAsync(Complaint, "name", Cancellation));
    }

    private async Task<AVault> SealedVaultAsync()
    {
        var vault = await AVault.MakeAsync(storage);
        await vault.Store.SealAsync(Complaint, "name", "Айгүл", Cancellation);
        await vault.Store.SealAsync(Complaint, "contact", "Айгүл", Cancellation);
        await vault.Store.SealAsync(Complaint, "narrative", new string('x', 200 * 1024), Cancellation);
        await vault.Store.SealAsync(Other, "name", "Ерлан", Cancellation);
        return vault;
    }

    private static async Task RefusesAsync(AVault vault, string complaintId, string item)
    {
        var thrown = await Assert.ThrowsAsync<CryptographicException>(() => vault.Store.OpenAsync(complaintId, item, Cancellation));
        Assert.Contains(complaintId, thrown.Message, StringComparison.Ordinal);
    }
}
