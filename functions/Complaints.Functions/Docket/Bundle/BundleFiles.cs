using System.IO;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Domain.Rulebooks;
using Complaints.Storage.Docket;

namespace Complaints.Functions.Docket.Bundle;

/// <summary>The files of a bundle as bytes.</summary>
internal static class BundleFiles
{
    /// <summary>One line an event: its number, its hash, the hash before it, and the very bytes that were hashed.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> Lines(
        IAsyncEnumerable<KeptEvent> events, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var each in events.WithCancellation(cancellationToken))
        {
            yield return Encoding.UTF8.GetBytes(FormattableString.Invariant(
                $$"""{"seq":{{each.Seq}},"hash":"{{each.Hash}}","previous":"{{each.Previous}}","event":"""));
            yield return each.Canonical;
            yield return "}\n"u8.ToArray();
        }
    }

    /// <summary>Every document that an event names, without its name.</summary>
    public static byte[] Documents(IReadOnlyList<DocketEvent> history) => JsonSerializer.SerializeToUtf8Bytes(
        history.Select(each => each.What).OfType<DocumentAdded>().Select(each => new { each.Number, each.Sha256, each.Size, each.Type }), RecordJson.Options);

    /// <summary>Every rulebook the complaint was judged under, its document as it was hashed; the last is the one that holds.</summary>
    public static byte[] Rulebooks(IReadOnlyList<Rulebook> rulebooks)
    {
        using var whole = new MemoryStream();

        using (var writer = new Utf8JsonWriter(whole))
        {
            writer.WriteStartArray();

            foreach (var each in rulebooks)
            {
                writer.WriteStartObject();
                writer.WriteString("version", each.Version);
                writer.WriteString("sha256", each.Hash);
                writer.WritePropertyName("document");
                writer.WriteRawValue(each.Document);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return whole.ToArray();
    }

    /// <summary>The manifest in the very bytes that are signed.</summary>
    public static byte[] Manifest(BundleManifest manifest) => RecordJson.Canonical(JsonSerializer.SerializeToNode(manifest, RecordJson.Options)!.AsObject());
}
