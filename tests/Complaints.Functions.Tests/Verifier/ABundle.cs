using System.IO;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Complaints.Functions.Tests.Verifier;

/// <summary>A bundle taken apart, to be changed and put together again in a folder of its own, with documents and a receipt beside it.</summary>
internal sealed class ABundle : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bundle");

    public ABundle(byte[] zip, string keys)
    {
        using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);

        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            using var whole = new MemoryStream();
            content.CopyTo(whole);
            Files.Add(entry.FullName, whole.ToArray());
        }

        Directory.CreateDirectory(Documents);
        File.WriteAllBytes(Receipt, Files["receipt.json"]);
        File.WriteAllText(Keys, keys);
    }

    /// <summary>The files by name.</summary>
    public Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    public string Documents => Path.Combine(folder.FullName, "documents");

    public string Receipt => Path.Combine(folder.FullName, "receipt.json");

    /// <summary>The tracker's public keys.</summary>
    public string Keys => Path.Combine(folder.FullName, "keys.json");

    public string Zip => Path.Combine(folder.FullName, "bundle.zip");

    public JsonNode Manifest => JsonNode.Parse(Files["manifest.json"])!;

    /// <summary>The lines of the events, without their ends.</summary>
    public List<string> Lines
    {
        get => [.. Text("events.jsonl").Split('\n')[..^1]];
        set => Set("events.jsonl", string.Concat(value.Select(line => $"{line}\n")));
    }

    public string Text(string name) => Encoding.UTF8.GetString(Files[name]);

    public void Set(string name, string text) => Files[name] = Encoding.UTF8.GetBytes(text);

    /// <summary>Changes a text that must be there.</summary>
    public void Replace(string name, string old, string with)
    {
        Assert.Contains(old, Text(name), StringComparison.Ordinal);
        Set(name, Text(name).Replace(old, with, StringComparison.Ordinal));
    }

    public void ChangeLines(Action<List<string>> change)
    {
        var lines = Lines;
        change(lines);
        Lines = lines;
    }

    /// <summary>Makes the manifest tell of what is there now, as a careful forger would.</summary>
    public ABundle Sealed()
    {
        var manifest = Manifest;
        manifest["events"] = Lines.Count;
        manifest["head"] = JsonNode.Parse(Lines[^1])!["hash"]!.DeepClone();

        foreach (var file in manifest["files"]!.AsArray())
        {
            var bytes = Files[file!["name"]!.GetValue<string>()];
            file["sha256"] = Convert.ToHexStringLower(SHA256.HashData(bytes));
            file["size"] = bytes.Length;
        }

        Set("manifest.json", manifest.ToJsonString());
        Set("manifest.sha256", $"{Convert.ToHexStringLower(SHA256.HashData(Files["manifest.json"]))}  manifest.json\n");
        return this;
    }

    /// <summary>Makes the bundle's own receipt tell of what is there now, which a forger can do, and leaves its signature, which a forger has to.</summary>
    public ABundle WithForgedReceipt()
    {
        var signed = JsonNode.Parse(Files["receipt.json"])!;
        var last = JsonNode.Parse(Lines[^1])!;
        signed["receipt"]!["version"] = Lines.Count;
        signed["receipt"]!["hash"] = last["hash"]!.DeepClone();
        signed["receipt"]!["recordedAt"] = last["event"]!["recordedAt"]!.DeepClone();
        Set("receipt.json", signed.ToJsonString());
        return Sealed();
    }

    /// <summary>Puts another text into the rulebook and hashes it anew, in its file and in the manifest.</summary>
    public ABundle WithForgedLaw(string old, string with)
    {
        Replace("rulebook.json", old, with);
        var listed = JsonDocument.Parse(Files["rulebook.json"]).RootElement[0];
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(listed.GetProperty("document").GetRawText())));
        var before = listed.GetProperty("sha256").GetString()!;
        Replace("rulebook.json", before, hash);
        Replace("manifest.json", before, hash);
        return Sealed();
    }

    /// <summary>Hashes every event anew, as somebody would who has the whole record.</summary>
    public void ChainAnew() => ChangeLines(lines =>
    {
        var previous = new string('0', 64);

        for (var at = 0; at < lines.Count; at++)
        {
            var canonical = lines[at][(lines[at].IndexOf("\"event\":", StringComparison.Ordinal) + 8)..^1];
            var hash = Convert.ToHexStringLower(SHA256.HashData([.. Convert.FromHexString(previous), .. Encoding.UTF8.GetBytes(canonical)]));
            lines[at] = $$"""{"seq":{{at + 1}},"hash":"{{hash}}","previous":"{{previous}}","event":{{canonical}}}""";
            previous = hash;
        }
    });

    /// <summary>Puts it together and has it checked against its documents, a receipt and the keys.</summary>
    public Task<(int ExitCode, string Said)> CheckAsync() => CheckAsync("--documents", Documents, "--receipt", Receipt, "--keys", Keys);

    public async Task<(int ExitCode, string Said)> CheckAsync(params string[] options)
    {
        if (!File.Exists(Zip))
        {
            await File.WriteAllBytesAsync(Zip, Zipped(), TestContext.Current.CancellationToken);
        }

        return await Verify.RunAsync(["bundle", Zip, .. options]);
    }

    public byte[] Zipped()
    {
        using var whole = new MemoryStream();

        using (var archive = new ZipArchive(whole, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in Files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return whole.ToArray();
    }

    public void Dispose() => folder.Delete(recursive: true);
}
