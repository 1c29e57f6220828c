using System.IO;
using System.Security.Cryptography;
using Complaints.Functions.Tests.Docket;
using Complaints.Functions.Tests.Verifier;
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

    // Whoever was given a receipt before receipts named the law by its content holds a proof still; and what else the key signs is no receipt.
    [Fact]
    public async Task Verify_WhatTheKeySigned_IsTakenForWhatItIs()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var tracker = await StartAsync($"2021-01:{Base64(key.ExportPkcs8PrivateKey())}");
        var election = await tracker.AnElectionAsync();
        var complaint = await AComplaint.RecordedAsync(tracker, election);
        var receipt = await AReceipt.OfAsync(tracker, complaint);
        var first = new AReceipt(receipt.With(body =>
        {
            body["format"] = "receipt-1";
            body.Remove("rulebooks");
        })).SignedBy(key, "2021-01");
        using var bundle = new ABundle(
            await tracker.Http.GetByteArrayAsync($"{complaint.Path}/bundle", TestContext.Current.CancellationToken), (await tracker.GetAsync("api/keys")).Text);
        await File.WriteAllTextAsync(bundle.Receipt, first, TestContext.Current.CancellationToken);

        var (exitCode, said) = await bundle.CheckAsync("--receipt", bundle.Receipt, "--keys", bundle.Keys);
        var manifest = await tracker.PostAsync(
            "api/receipts/verify", $$"""{"receipt":{{bundle.Text("manifest.json")}},"signature":"{{bundle.Text("manifest.signature")}}"}""");
        bundle.Set("receipt.json", first);
        var older = await new ABundle(bundle.Sealed().Zipped(), (await tracker.GetAsync("api/keys")).Text).CheckAsync([]);

        Assert.Equal("""{"isSigned":true,"key":"2021-01","isInRecord":true}""", (await tracker.PostAsync("api/receipts/verify", first)).Text);
        Assert.True(exitCode == 0 && said.Contains("receipt signed and fits", StringComparison.Ordinal), said);
        Assert.Equal("""{"isSigned":false,"key":null,"isInRecord":null}""", manifest.Text);
        Assert.True(older.ExitCode == 1 && older.Said.Contains("it is of an older format than the bundle", StringComparison.Ordinal), older.Said);
    }

    // The law in its table is not what it was on the day of the receipt: the receipt, here made by who has the key, tells.
    [Fact]
    public async Task Election_ReceiptNamesAnotherLaw_IsFound()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var tracker = await StartAsync($"2021-01:{Base64(key.ExportPkcs8PrivateKey())}");
        var election = await tracker.AnElectionAsync();
        var receipt = await AReceipt.OfAsync(tracker, await AComplaint.RecordedAsync(tracker, election));
        var folder = Directory.CreateTempSubdirectory("receipts");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "keys.jwks"), (await tracker.GetAsync("api/keys")).Text, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "r.json"),
            new AReceipt(receipt.With(body => body["rulebooks"]![0]!["sha256"] = new string('0', 64))).SignedBy(key, "2021-01"),
            TestContext.Current.CancellationToken);

        var (exitCode, said) = await Verify.RunAsync(
            "election", "--connection", tracker.Storage, "--election", election.Id, "--keys", Path.Combine(folder.FullName, "keys.jwks"), "--receipts", folder.FullName);
        folder.Delete(recursive: true);

        Assert.True(exitCode == 1 && said.Contains("the rulebook KZ-2020@1 is not the one that the receipt names: its document is another. (r.json)", StringComparison.Ordinal), said);
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
