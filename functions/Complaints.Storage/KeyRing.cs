using Azure.Storage.Blobs;

namespace Complaints.Storage;

/// <summary>The keys that all hosts of the tracker sign forms with, one blob each, so that a form opened on one host can be sent to another.</summary>
/// <param name="container">Where they lie.</param>
public sealed class KeyRing(BlobContainerClient container)
{
    /// <summary>Every key there is, as XML.</summary>
    public IReadOnlyList<string> Read() =>
        [.. container.GetBlobs().Select(each => container.GetBlobClient(each.Name).DownloadContent().Value.Content.ToString())];

    /// <summary>Adds a key. None is ever replaced.</summary>
    public void Add(string name, string xml) => container.GetBlobClient(name).Upload(BinaryData.FromString(xml), overwrite: false);
}
