using System.IO;
using System.Security.Cryptography;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Complaints.Domain;
using Complaints.Storage.Evidence;
using Complaints.Storage.Tests.Vault;
using Complaints.TestKit;
using NodaTime;

namespace Complaints.Storage.Tests.Evidence;

/// <summary>Evidence in a container of its own, with the container at hand to look behind it and to tamper.</summary>
internal sealed class AnEvidence
{
    public const string Election = "kz-2021";
    public const string Complaint = "kz21p-4f7k2q9d-x";
    public const long MostBytes = 100_000_000;

    private readonly string connection;

    private AnEvidence(string connection, AVault vault, BlobContainerClient container)
    {
        this.connection = connection;
        Vault = vault;
        Container = container;
        Store = new EvidenceStore(container, vault.Store, TimeProvider.System);
    }

    public AVault Vault { get; }

    public BlobContainerClient Container { get; }

    public EvidenceStore Store { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<AnEvidence> MakeAsync(TestStorage storage)
    {
        var container = new BlobContainerClient(storage.ConnectionString, TestStorage.NewName("evidence"));
        await container.CreateAsync(cancellationToken: Cancellation);
        return new AnEvidence(storage.ConnectionString, await AVault.MakeAsync(storage), container);
    }

    /// <summary>Another store on the same container, whose requests go through a policy.</summary>
    public EvidenceStore Through(HttpPipelinePolicy policy)
    {
        var options = new BlobClientOptions();
        options.AddPolicy(policy, HttpPipelinePosition.PerCall);
        return new EvidenceStore(new BlobContainerClient(connection, Container.Name, options), Vault.Store, TimeProvider.System);
    }

    /// <summary>A PDF as far as anybody can tell, of so many bytes that are different each time.</summary>
    public static byte[] Pdf(int length)
    {
        var bytes = RandomNumberGenerator.GetBytes(length);
        "%PDF-"u8[..Math.Min(5, length)].CopyTo(bytes);
        return bytes;
    }

    /// <summary>An allowance of so many bytes.</summary>
    public static Allowance UpTo(long bytes) => new(bytes, new Refusal("document.too-large", "Too large.", Field: "file"));

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public async Task<Result<Received>> TryReceiveAsync(byte[] bytes, long maxBytes = MostBytes, string complaintId = Complaint)
    {
        using var plain = new MemoryStream(bytes, writable: false);
        return await Store.ReceiveAsync(complaintId, plain, UpTo(maxBytes), tap: null, Cancellation);
    }

    public async Task<Received> ReceiveAsync(byte[] bytes, string complaintId = Complaint)
    {
        var result = await TryReceiveAsync(bytes, complaintId: complaintId);
        Assert.True(result.IsAllowed(out var received), string.Join(", ", result.Refusals.Select(each => each.Code)));
        return received;
    }

    /// <summary>Receives a document and puts it in its place.</summary>
    public async Task<Received> KeepAsync(byte[] bytes, int number = 1, string complaintId = Complaint)
    {
        var received = await ReceiveAsync(bytes, complaintId);
        await Store.PlaceAsync(Election, complaintId, number, received, Cancellation);
        return received;
    }

    public async Task<byte[]?> ReadAsync(string sha256, int number = 1, string complaintId = Complaint)
    {
        await using var plain = await Store.OpenReadAsync(Election, complaintId, number, sha256, Cancellation);
        return plain is null ? null : await AllOfAsync(plain);
    }

    public static async Task<byte[]> AllOfAsync(Stream stream)
    {
        using var all = new MemoryStream();
        await stream.CopyToAsync(all, Cancellation);
        return all.ToArray();
    }

    public static string PlaceOf(int number, string complaintId = Complaint) => $"{Election}/{complaintId}/{number}";

    public async Task<byte[]> RawAsync(string name) =>
        (await Container.GetBlobClient(name).DownloadContentAsync(Cancellation)).Value.Content.ToArray();

    /// <summary>Replaces a blob's bytes and keeps its metadata, as somebody with access to the container could.</summary>
    public async Task OverwriteAsync(string name, byte[] bytes)
    {
        var blob = Container.GetBlobClient(name);
        var metadata = (await blob.GetPropertiesAsync(cancellationToken: Cancellation)).Value.Metadata;
        await blob.UploadAsync(new BinaryData(bytes), new BlobUploadOptions { Metadata = metadata }, Cancellation);
    }

    public async Task<IReadOnlyList<string>> NamesAsync() =>
        await Container.GetBlobsAsync(BlobTraits.None, BlobStates.Uncommitted, null, Cancellation).Select(blob => blob.Name).ToListAsync(Cancellation);

    /// <summary>Sweeps what was received before a minute from now, with a docket that names these documents.</summary>
    public Task<SweptIncoming> SweepAsync(params NamedDocument[] named) => SweepAsync(Duration.FromMinutes(1), named);

    public Task<SweptIncoming> SweepAsync(Duration fromNow, params NamedDocument[] named) =>
        Store.SweepIncomingAsync(
            Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()) + fromNow,
            (complaintId, _) => Task.FromResult<IReadOnlyList<NamedDocument>?>(complaintId == Complaint ? named : []),
            (complaintId, failure) => throw new InvalidOperationException(complaintId, failure),
            Cancellation);
}
