using Azure.Storage.Blobs;
using Complaints.Storage.Forms;
using Complaints.Storage.Tests.Vault;
using Complaints.Storage.Vault;
using Complaints.TestKit;

namespace Complaints.Storage.Tests.Forms;

/// <summary>The keys that sign forms: what lies in storage is of no use without a wrapping key, and no rotation breaks a form.</summary>
public sealed class KeyRingTests(TestStorage storage)
{
    private const string Xml = "<key id=\"1\"><masterKey>secret</masterKey></key>";

    private static readonly (string Old, string New) Entries = (AVault.Entry("old"), AVault.Entry("new"));
    private static readonly VaultKeys Old = VaultKeys.Parse(Entries.Old);
    private static readonly VaultKeys Both = VaultKeys.Parse($"{Entries.New},{Entries.Old}");
    private static readonly VaultKeys New = VaultKeys.Parse(Entries.New);

    [Fact]
    public async Task Add_AKey_LiesSealedAndIsReadByEveryHost()
    {
        var container = await ContainerAsync();

        new KeyRing(container, Old).Add("a.xml", Xml);

        Assert.StartsWith("sealed:old:", Text(container, "a.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Text(container, "a.xml"), StringComparison.Ordinal);
        Assert.Equal([Xml], new KeyRing(container, Old).Read().Keys);
    }

    [Fact]
    public async Task Read_AfterTheWrappingKeyWasChanged_SealsAnewAndNeedsTheOldOneNoLonger()
    {
        var container = await ContainerAsync();
        new KeyRing(container, Old).Add("a.xml", Xml);

        Assert.Equal([Xml], new KeyRing(container, Both).Read().Keys);

        Assert.Equal([Xml], new KeyRing(container, New).Read().Keys);
        Assert.StartsWith("sealed:new:", Text(container, "a.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_AKeyFromBeforeTheyWereSealed_KeepsItAndSealsIt()
    {
        var container = await ContainerAsync();
        await container.GetBlobClient("a.xml").UploadAsync(BinaryData.FromString(Xml), TestContext.Current.CancellationToken);

        Assert.Equal([Xml], new KeyRing(container, Old).Read().Keys);

        Assert.StartsWith("sealed:old:", Text(container, "a.xml"), StringComparison.Ordinal);
        Assert.Equal([Xml], new KeyRing(container, Old).Read().Keys);
    }

    [Fact]
    public async Task Read_WhatCannotBeOpened_NamesItAndReadsTheRest()
    {
        var container = await ContainerAsync();
        var ring = new KeyRing(container, Old);
        ring.Add("a.xml", Xml);
        ring.Add("b.xml", Xml);
        new KeyRing(container, New).Add("c.xml", Xml);
        var sealedText = Text(container, "a.xml");
        Put(container, "moved.xml", sealedText);
        Put(container, "changed.xml", sealedText[..^4] + "AAAA");
        Put(container, "nothing.xml", "nothing");

        var (keys, unreadable) = ring.Read();

        Assert.Equal([Xml, Xml], keys);
        Assert.Equal(["c.xml", "changed.xml", "moved.xml", "nothing.xml"], unreadable.Order(StringComparer.Ordinal));
    }

    private static string Text(BlobContainerClient container, string name) => container.GetBlobClient(name).DownloadContent().Value.Content.ToString();

    private static void Put(BlobContainerClient container, string name, string text) =>
        container.GetBlobClient(name).Upload(BinaryData.FromString(text), overwrite: false);

    private async Task<BlobContainerClient> ContainerAsync()
    {
        var container = new BlobContainerClient(storage.ConnectionString, TestStorage.NewName("forms"));
        await container.CreateAsync(cancellationToken: TestContext.Current.CancellationToken);
        return container;
    }
}
