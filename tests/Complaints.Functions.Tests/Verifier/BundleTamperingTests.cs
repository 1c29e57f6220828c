using System.IO;

namespace Complaints.Functions.Tests.Verifier;

/// <summary>Every way to change a bundle is found and named; the verifier has nothing but the files.</summary>
[Collection(typeof(Still))]
public sealed class BundleTamperingTests(StillTracker still)
{
    private static readonly Dictionary<string, Action<ABundle>> Tamperings = new(StringComparer.Ordinal)
    {
        ["a byte of an event"] = bundle => bundle.ChangeLines(lines => lines[1] = lines[1].Replace("application/pdf", "application/pdg", StringComparison.Ordinal)),
        ["a byte that breaks an event"] = bundle => bundle.ChangeLines(lines => lines[1] = lines[1].Replace("\"event\":{", "\"event\":[", StringComparison.Ordinal)),
        ["a space beside an event"] = bundle => bundle.ChangeLines(lines => lines[2] += " "),
        ["a byte of a hash"] = bundle => bundle.ChangeLines(lines => lines[2] = lines[2].Replace("\"hash\":\"", "\"hash\":\"0", StringComparison.Ordinal)),
        ["an event missing"] = bundle => bundle.ChangeLines(lines => lines.RemoveAt(1)),
        ["the first event missing"] = bundle => bundle.ChangeLines(lines => lines.RemoveAt(0)),
        ["all events missing"] = bundle => bundle.Set("events.jsonl", ""),
        ["an event repeated"] = bundle => bundle.ChangeLines(lines => lines.Insert(2, lines[1])),
        ["two events exchanged"] = bundle => bundle.ChangeLines(lines => lines.Reverse(1, 2)),
        ["the tail cut off"] = bundle => bundle.ChangeLines(lines => lines.RemoveAt(3)),
        ["the tail cut off inside an event"] = bundle => bundle.Files["events.jsonl"] = bundle.Files["events.jsonl"][..^20],
        ["the tail cut off, and sealed anew"] = bundle =>
        {
            bundle.ChangeLines(lines => lines.RemoveAt(3));
            bundle.Sealed();
        },
        ["an event changed, chained and sealed anew"] = bundle =>
        {
            bundle.Replace("events.jsonl", "dismissed_merits", "satisfied");
            bundle.ChainAnew();
            bundle.Sealed();
        },
        ["the list of documents"] = bundle => bundle.Replace("documents.json", "application/pdf", "application/pdg"),
        ["the list of documents, sealed anew"] = bundle =>
        {
            bundle.Replace("documents.json", "application/pdf", "application/pdg");
            bundle.Sealed();
        },
        ["a document replaced"] = bundle => File.AppendAllText(Path.Combine(bundle.Documents, "any name"), "x"),
        ["a document away"] = bundle => File.Delete(Path.Combine(bundle.Documents, "any name")),
        ["the rulebook"] = bundle => bundle.Replace("rulebook.json", "\"TEC\"", "\"TEK\""),
        ["the rulebook, sealed anew"] = bundle =>
        {
            bundle.Replace("rulebook.json", "\"TEC\"", "\"TEK\"");
            bundle.Sealed();
        },
        ["the timeline"] = bundle => bundle.Replace("timeline.txt", "Lodge", "Lodgf"),
        ["the timeline, sealed anew"] = bundle =>
        {
            bundle.Replace("timeline.txt", "Lodge", "Withdraw");
            bundle.Sealed();
        },
        ["the law, hashed and sealed anew"] = bundle => bundle.WithForgedLaw("\"TEC\"", "\"TEK\""),
        ["a rulebook more, sealed anew"] = bundle =>
        {
            bundle.Set("rulebook.json", bundle.Text("rulebook.json")[..^1] + ",{\"version\":\"X@1\",\"sha256\":\"x\",\"document\":{}}]");
            bundle.Sealed();
        },
        ["the hour of the manifest, sealed anew"] = bundle =>
        {
            bundle.Replace("manifest.json", "\"exportedAt\":\"20", "\"exportedAt\":\"21");
            bundle.Sealed();
        },
        ["the key of the manifest, sealed anew"] = bundle =>
        {
            bundle.Replace("manifest.json", "\"key\":\"development\"", "\"key\":\"another\"");
            bundle.Sealed();
        },
        ["the format, sealed anew"] = bundle =>
        {
            bundle.Replace("manifest.json", "bundle-3", "bundle-4");
            bundle.Sealed();
        },
        ["the signature"] = bundle => bundle.Set("manifest.signature", "no signature"),
        ["the signature missing"] = bundle => bundle.Files.Remove("manifest.signature"),
        ["the manifest"] = bundle => bundle.Replace("manifest.json", "bundle-3", "bundle-4"),
        ["a file missing"] = bundle => bundle.Files.Remove("timeline.txt"),
        ["a file more"] = bundle => bundle.Set("names.txt", "x"),
        ["the zip cut off"] = bundle => File.WriteAllBytes(bundle.Zip, bundle.Zipped()[..^200]),
    };

    private readonly Tracker tracker = still.Tracker;

    [Theory]
    [InlineData("a byte of an event", "event 2 was changed")]
    [InlineData("a byte that breaks an event", "event 2 was changed")]
    [InlineData("a space beside an event", "event 3 was changed")]
    [InlineData("a byte of a hash", "event 3 was changed")]
    [InlineData("an event missing", "event 2 is missing")]
    [InlineData("the first event missing", "event 1 is missing")]
    [InlineData("all events missing", "event 1 is missing")]
    [InlineData("an event repeated", "event 2 is there twice")]
    [InlineData("two events exchanged", "event 2 is out of order")]
    [InlineData("the tail cut off", "event 4 is missing: the manifest tells of 4 events")]
    [InlineData("the tail cut off inside an event", "event 4 was changed")]
    [InlineData("the tail cut off, and sealed anew", "event 4 is missing: the receipt tells of 4 events")]
    [InlineData("an event changed, chained and sealed anew", "event 4 is not the one the receipt tells of")]
    [InlineData("the list of documents", "documents.json was changed")]
    [InlineData("the list of documents, sealed anew", "document 1 is not listed as it was recorded")]
    [InlineData("a document replaced", "document 1 was replaced")]
    [InlineData("a document away", "document 1 was replaced or is not there")]
    [InlineData("the rulebook", "rulebook.json was changed")]
    [InlineData("the rulebook, sealed anew", "the rulebook KZ-2020@1 was changed")]
    [InlineData("the timeline", "timeline.txt was changed")]
    [InlineData("the timeline, sealed anew", "manifest.json was changed: its signature is not that of the key development.")]
    [InlineData("the law, hashed and sealed anew", "the rulebook KZ-2020@1 is not the one that the receipt names: its document is another.")]
    [InlineData("a rulebook more, sealed anew", "rulebook.json was changed: it holds a rulebook that the events do not name.")]
    [InlineData("the hour of the manifest, sealed anew", "manifest.json was changed: its signature is not that of the key development.")]
    [InlineData("the key of the manifest, sealed anew", "manifest.json is signed with a key that is not among those given, another.")]
    [InlineData("the format, sealed anew", "the format bundle-4 is not known here")]
    [InlineData("the signature", "manifest.json was changed: its signature is not that of the key development.")]
    [InlineData("the signature missing", "manifest.signature is missing")]
    [InlineData("the manifest", "manifest.json was changed")]
    [InlineData("a file missing", "timeline.txt is missing")]
    [InlineData("a file more", "names.txt is no file of a bundle")]
    [InlineData("the zip cut off", "cut off")]
    public async Task Check_Tampered_NamesTheFirstBadThing(string tampering, string expected)
    {
        using var bundle = await ACase.BundleAsync(tracker);
        Tamperings[tampering](bundle);

        var (exitCode, said) = await bundle.CheckAsync();

        Assert.True(exitCode == 1, said);
        Assert.StartsWith("Bad: ", said, StringComparison.Ordinal);
        Assert.Contains(expected, said, StringComparison.Ordinal);
        Assert.Equal(1, said.Count(each => each == '\n'));
    }

    [Fact]
    public async Task Check_Untouched_IsWellWithAndWithoutWhatIsHeldAgainstIt()
    {
        using var bundle = await ACase.BundleAsync(tracker);

        var (all, line) = await bundle.CheckAsync();
        var (alone, aloneLine) = await bundle.CheckAsync([]);

        Assert.True((all, alone) == (0, 0), line + aloneLine);
        Assert.Contains("4 events, 1 documents (all there), 1 rulebooks, receipt signed and fits, own receipt and manifest signed.", line, StringComparison.Ordinal);
        Assert.Contains("4 events, 1 documents (not given), 1 rulebooks, receipt not given, no signature checked: without keys nothing proves that events, law and timeline are what the tracker gave.", aloneLine, StringComparison.Ordinal);
    }

    // A receipt of the tracker's own, beside another course of events and another law.
    [Fact]
    public async Task Check_TimelineAndLawForgedRoundAGenuineReceipt_IsFoundByTheKeysAlone()
    {
        using var timeline = await ACase.BundleAsync(tracker);
        Tamperings["the timeline, sealed anew"](timeline);
        using var law = await ACase.BundleAsync(tracker);
        Tamperings["the law, hashed and sealed anew"](law);

        var unproved = await timeline.CheckAsync([]);
        var (forgedTimeline, forgedLaw) = (await timeline.CheckAsync("--keys", timeline.Keys), await law.CheckAsync("--keys", law.Keys));

        Assert.True(unproved.ExitCode == 0 && unproved.Said.Contains("no signature checked: without keys nothing proves", StringComparison.Ordinal), unproved.Said);
        Assert.True(forgedTimeline.ExitCode == 1 && forgedTimeline.Said.Contains("manifest.json was changed: its signature", StringComparison.Ordinal), forgedTimeline.Said);
        Assert.True(forgedLaw.ExitCode == 1 && forgedLaw.Said.Contains("receipt.json: the rulebook KZ-2020@1 is not the one", StringComparison.Ordinal), forgedLaw.Said);
    }

    // What hashes alone cannot show, said in ADR 15: this is what receipts and keys are for.
    [Theory]
    [InlineData("the tail cut off, and sealed anew")]
    [InlineData("an event changed, chained and sealed anew")]
    public async Task Check_SealedAnewWithItsReceipt_IsFoundByTheKeysAlone(string tampering)
    {
        using var bundle = await ACase.BundleAsync(tracker);
        Tamperings[tampering](bundle);
        bundle.WithForgedReceipt();

        var without = await bundle.CheckAsync([]);
        var with = await bundle.CheckAsync("--keys", bundle.Keys);

        Assert.Equal(0, without.ExitCode);
        Assert.True(with.ExitCode == 1 && with.Said.Contains("receipt.json: the receipt was changed", StringComparison.Ordinal), with.Said);
    }

    [Fact]
    public async Task Check_SealedAnewWithoutItsReceipt_IsFoundWithoutKeys()
    {
        using var bundle = await ACase.BundleAsync(tracker);
        Tamperings["the tail cut off, and sealed anew"](bundle);

        var (exitCode, said) = await bundle.CheckAsync([]);

        Assert.True(exitCode == 1 && said.Contains("receipt.json tells of 4 events, the bundle has 3", StringComparison.Ordinal), said);
    }

    [Theory]
    [InlineData]
    [InlineData("bundle")]
    [InlineData("bundle", "nowhere.zip")]
    [InlineData("bundle", "a.zip", "--receipt")]
    [InlineData("bundle", "a.zip", "--unknown", "x")]
    [InlineData("bundle", "a.zip", "--receipt", "receipt.json")] // without keys it proves nothing
    [InlineData("election", "--connection", "x", "--election", "kz-2021", "--receipts", "receipts")]
    [InlineData("election", "--connection", "x", "--election", "kz-2021", "--keys", "keys.json")]
    [InlineData("election", "--election", "kz-2021")]
    [InlineData("election", "--connection", "x", "--election", "kz-2021", "--vault-keys")]
    [InlineData("bundle", "a.zip", "--vault-keys", "COMPLAINTS_VAULT_KEYS")]
    public async Task Check_BadUsage_SaysSoAndEndsWithTwo(params string[] arguments)
    {
        var (exitCode, said) = await Verify.RunAsync(arguments);

        Assert.Equal(2, exitCode);
        Assert.DoesNotContain("Well", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }
}
