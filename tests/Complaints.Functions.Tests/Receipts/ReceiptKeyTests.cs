using System.Security.Cryptography;
using Complaints.Functions.Tests.Docket;
using Complaints.TestKit;

namespace Complaints.Functions.Tests.Receipts;

/// <summary>The keys of receipts: how they are configured, and what becomes of a receipt when its key has been retired.</summary>
public sealed class ReceiptKeyTests(OwnStorage storage) : IClassFixture<OwnStorage>
{
    [Fact]
    public async Task Rotate_OldKeyPublicOnly_StillProvesWhatItSigned()
    {
        using var old = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var next = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (oldPrivate, oldPublic, nextPrivate) = (Base64(old.ExportPkcs8PrivateKey()), Base64(old.ExportSubjectPublicKeyInfo()), Base64(next.ExportPkcs8PrivateKey()));
        AReceipt receipt;

        await using (var before = await StartAsync($"2021-01:{oldPrivate}"))
        {
            receipt = await AReceipt.OfAsync(before, await AComplaint.RecordedAsync(before, await before.AnElectionAsync()));
            Assert.Equal("2021-01", (string)receipt.Body["key"]!);
        }

        await using (var after = await StartAsync($"2022-01:{nextPrivate}, 2021-01:{oldPublic}"))
        {
            var keys = (await after.GetAsync("api/keys")).Json;
            var fresh = await AReceipt.OfAsync(after, new AComplaint(after, (string)receipt.Body["complaint"]!));

            Assert.Equal("""{"isSigned":true,"key":"2021-01","isInRecord":true}""", (await after.PostAsync("api/receipts/verify", receipt.Text)).Text);
            Assert.Equal(["2022-01", "2021-01"], keys.GetProperty("keys").EnumerateArray().Select(each => each.GetProperty("kid").GetString()));
            Assert.Equal("2022-01", (string)fresh.Body["key"]!);
            Assert.True(receipt.IsSignedBy(keys) && fresh.IsSignedBy(keys));
        }

        await using var without = await StartAsync($"2022-01:{nextPrivate}");
        Assert.Equal("""{"isSigned":false,"key":null,"isInRecord":null}""", (await without.PostAsync("api/receipts/verify", receipt.Text)).Text);
    }

    public static TheoryData<string, string> Unusable()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);
        var good = Base64(key.ExportPkcs8PrivateKey());
        return new TheoryData<string, string>
        {
            { good, "Entry 1 of COMPLAINTS_RECEIPT_KEYS is not id:base64" },
            { $"Old Key:{good}", "Entry 1 of COMPLAINTS_RECEIPT_KEYS is not id:base64" },
            { $"a:{good},a:{good}", "COMPLAINTS_RECEIPT_KEYS names the key a twice" },
            { $"a:{Base64(key.ExportSubjectPublicKeyInfo())}", "The first key of COMPLAINTS_RECEIPT_KEYS, a, is a public one" },
            { $"a:{Base64(other.ExportPkcs8PrivateKey())}", "The receipt key a is not the base64 of a P-256 key" },
            { $"a:{good},b:{Base64(other.ExportSubjectPublicKeyInfo())}", "The receipt key b is not the base64 of a P-256 key" },
            { $"a:{Base64(rsa.ExportPkcs8PrivateKey())}", "The receipt key a is not the base64 of a P-256 key" },
            { $"a:{good}=", "The receipt key a is not the base64 of a P-256 key" },
        };
    }

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task Start_KeysThatCannotBeUsed_SaysWhichAndRepeatsNone(string keys, string expected)
    {
        var said = await EndAsync(("COMPLAINTS_RECEIPT_KEYS", keys));

        Assert.Contains(expected, said, StringComparison.Ordinal);
        Assert.DoesNotContain("MIG", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("COMPLAINTS_VAULT_KEYS")]
    [InlineData("COMPLAINTS_RETALIATION_KEYS")]
    [InlineData("COMPLAINTS_RECEIPT_KEYS")]
    [InlineData("COMPLAINTS_CODE_SECRET")]
    public async Task Start_OutsideDevelopmentWithoutASecret_IsRefused(string name)
    {
        var said = await EndAsync([("DOTNET_ENVIRONMENT", "Production"), .. Outside.Keys.Where(each => each.Name != name)]);

        Assert.Contains($"{name} is not set", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("c2hvcnQ=")]
    public async Task Start_WithASecretThatIsNone_IsRefused(string secret)
    {
        var said = await EndAsync(("COMPLAINTS_CODE_SECRET", secret));

        Assert.Contains("COMPLAINTS_CODE_SECRET is not the base64 of 32 random bytes", said, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, said, StringComparison.Ordinal);
    }

    private static string Base64(byte[] bytes) => Convert.ToBase64String(bytes);

    private Task<Tracker> StartAsync(string keys) => Tracker.StartAsync(storage.Direct, settings: ("COMPLAINTS_RECEIPT_KEYS", keys));

    /// <summary>What a tracker said that could not start.</summary>
    private async Task<string> EndAsync(params (string Name, string? Value)[] settings)
    {
        var all = new Dictionary<string, string?> { ["DOTNET_ENVIRONMENT"] = "Development", ["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development", ["COMPLAINTS_STORAGE"] = storage.Direct };

        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        var (exitCode, lines) = await HostProcess.RunToEndAsync(TrackerProcess.Program, all, TestContext.Current.CancellationToken);
        var said = string.Join('\n', lines.All);
        Assert.True(exitCode == 2 && said.Contains("The tracker cannot start: ", StringComparison.Ordinal), said);
        return said;
    }
}
