using System.IO;
using Complaints.Storage.Evidence;
using Complaints.TestKit;
using NodaTime;

namespace Complaints.Storage.Tests.Evidence;

/// <summary>The way from <c>incoming/</c> to the place, wherever a process stops on it.</summary>
public sealed class PlacingTests(TestStorage storage)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenReadAsync_CrashBeforePlacing_FinishesTheMove()
    {
        var evidence = await AnEvidence.MakeAsync(storage);
        var bytes = AnEvidence.Pdf(200_000);
        await evidence.ReceiveAsync(AnEvidence.Pdf(100));
        var received = await evidence.ReceiveAsync(bytes);

        Assert.Equal(bytes, await evidence.ReadAsync(received.Sha256, number: 3));

        Assert.Contains(AnEvidence.PlaceOf(3), await evidence.NamesAsync());
        Assert.Equal(2, (await evidence.NamesAsync()).Count);
    }

    [Fact]
    public async Task PlaceAsync_Repeated_ChangesNothing()
    {
        var evidence = await AnEvidence.MakeAsync(storage);
        var bytes = AnEvidence.Pdf(100);
        var received = await evidence.ReceiveAsync(bytes);

        for (var time = 0; time < 3; time++)
        {
            await evidence.Store.PlaceAsync(AnEvidence.Election, AnEvidence.Complaint, 1, received, Cancellation);
        }

        Assert.Equal(bytes, await evidence.ReadAsync(received.Sha256));
        Assert.Equal([AnEvidence.PlaceOf(1)], await evidence.NamesAsync());
    }

    [Fact]
    public async Task PlaceAsync_OnlyTheFactsOfTheEventKnown_FindsIt()
    {
        var evidence = await AnEvidence.MakeAsync(storage);
        var received = await evidence.ReceiveAsync(AnEvidence.Pdf(100));

        var facts = new Received(received.Sha256, received.Size, received.Type);
        await evidence.Store.PlaceAsync(AnEvidence.Election, AnEvidence.Complaint, 1, facts, Cancellation);

        Assert.Equal([AnEvidence.PlaceOf(1)], await evidence.NamesAsync());
    }

    [Fact]
    public async Task PlaceAsync_ManyAtOnceWithReaders_OneMoveAndEverybodyReads()
    {
        var evidence = await AnEvidence.MakeAsync(storage);
        var bytes = AnEvidence.Pdf(100_000);
        var received = await evidence.ReceiveAsync(bytes);

        var placing = Enumerable.Range(0, 6)
            .Select(_ => evidence.Store.PlaceAsync(AnEvidence.Election, AnEvidence.Complaint, 1, received, Cancellation)).ToList();
        var reading = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => evidence.ReadAsync(received.Sha256)));
        await Task.WhenAll(placing);

        Assert.All(reading, read => Assert.Equal(bytes, read));
        Assert.Equal([AnEvidence.PlaceOf(1)], await evidence.NamesAsync());
    }

    [Fact]
    public async Task PlaceAsync_SameContentUnderTwoNumbers_BothStay()
    {
        var evidence = await AnEvidence.MakeAsync(storage);
        var bytes = AnEvidence.Pdf(100);
        var first = await evidence.ReceiveAsync(bytes);
        var second = await evidence.ReceiveAsync(bytes);

        // A reader who finishes the move of number 2 may take either blob: here the first, though the second was meant.
        await evidence.Store.PlaceAsync(AnEvidence.Election, AnEvidence.Complaint, 2, first, Cancellation);
        await evidence.Store.PlaceAsync(AnEvidence.Election, AnEvidence.Complaint, 2, second, Cancellation);
        await evidence.Store.PlaceAsync(AnEvidence.Election, AnEvidence.Complaint, 1, first, Cancellation);

        Assert.Equal(bytes, await evidence.ReadAsync(first.Sha256, number: 1));
        Assert.Equal(bytes, await evidence.ReadAsync(second.Sha256, number: 2));
    }

    [Fact]
    public async Task PlaceAsync_AnotherDocumentInThePlace_ThrowsAndKeepsBoth()
    {
        var evidence = await AnEvidence.MakeAsync(storage);
        var kept = await evidence.KeepAsync(AnEvidence.Pdf(100));
        var other = await evidence.ReceiveAsync(AnEvidence.Pdf(100));

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => evidence.Store.PlaceAsync(AnEvidence.Election, AnEvidence.Complaint, 1, other, Cancellation));

        Assert.NotNull(await evidence.ReadAsync(kept.Sha256));
        Assert.NotNull(await evidence.ReadAsync(other.Sha256, number: 2));
    }

    [Fact]
    public async Task PlaceAsync_NowhereToBeFound_Throws()
    {
        var evidence = await AnEvidence.MakeAsync(storage);
        var facts = new Received(AnEvidence.Sha256([1]), 1, "text/plain");

        await Assert.ThrowsAsync<FileNotFoundException>(
            () => evidence.Store.PlaceAsync(AnEvidence.Election, AnEvidence.Complaint, 1, facts, Cancellation));
    }

    // Copies within an account are at once done in the emulator; on Azure they may take a while, or fail, and leave an empty blob in the place.
    [Theory]
    [InlineData("pending")]
    [InlineData("failed")]
    [InlineData("aborted")]
    public async Task OpenReadAsync_CopyInterruptedByACrash_IsWaitedForOrMadeAnew(string status)
    {
        var evidence = await AnEvidence.MakeAsync(storage);
        var bytes = AnEvidence.Pdf(100);
        var received = await evidence.ReceiveAsync(bytes);
        var incoming = Assert.Single(await evidence.NamesAsync());
        var target = evidence.Container.GetBlobClient(AnEvidence.PlaceOf(1));
        await (await target.StartCopyFromUriAsync(evidence.Container.GetBlobClient(incoming).Uri, cancellationToken: Cancellation))
            .WaitForCompletionAsync(Cancellation);
        var unfinished = new UnfinishedCopyPolicy(AnEvidence.PlaceOf(1), status);

        await using var plain = await evidence.Through(unfinished).OpenReadAsync(AnEvidence.Election, AnEvidence.Complaint, 1, received.Sha256, Cancellation);

        Assert.Equal(bytes, await AnEvidence.AllOfAsync(plain!));
        Assert.Equal(status == "pending" ? 0 : 1, unfinished.Deletions);
    }

    [Fact]
    public async Task SweepIncomingAsync_BlocksOfAnUploadBrokenOff_AreRemoved()
    {
        var evidence = await AnEvidence.MakeAsync(storage);
        await using var sender = new PiecewiseStream(AnEvidence.Pdf(9_000_000), 50_000, breaksAt: 8_500_000);
        await Assert.ThrowsAsync<EndOfStreamException>(
            () => evidence.Store.ReceiveAsync(AnEvidence.Complaint, sender, AnEvidence.UpTo(AnEvidence.MostBytes), tap: null, Cancellation));
        Assert.Single(await evidence.NamesAsync());

        Assert.Equal(new SweptIncoming(0, 0), await evidence.SweepAsync(Duration.FromMinutes(-1)));
        Assert.Single(await evidence.NamesAsync());
        Assert.Equal(new SweptIncoming(0, 1), await evidence.SweepAsync());
        Assert.Empty(await evidence.NamesAsync());
    }

    [Fact]
    public async Task SweepIncomingAsync_NothingNames_IsRemoved()
    {
        var evidence = await AnEvidence.MakeAsync(storage);
        var placed = await evidence.KeepAsync(AnEvidence.Pdf(100));
        await evidence.ReceiveAsync(AnEvidence.Pdf(100));
        await evidence.ReceiveAsync(AnEvidence.Pdf(100), "kz21p-8h2m5t0c-4");

        var swept = await evidence.SweepAsync(new NamedDocument(AnEvidence.Election, 1, placed.Sha256));

        Assert.Equal(new SweptIncoming(Placed: 0, Removed: 2), swept);
        Assert.Equal([AnEvidence.PlaceOf(1)], await evidence.NamesAsync());
    }

    [Fact]
    public async Task SweepIncomingAsync_NamedButNeverPlaced_IsPlacedAndNotLost()
    {
        var evidence = await AnEvidence.MakeAsync(storage);
        var bytes = AnEvidence.Pdf(100);
        var received = await evidence.ReceiveAsync(bytes);

        var swept = await evidence.SweepAsync(new NamedDocument(AnEvidence.Election, 4, received.Sha256));

        Assert.Equal(new SweptIncoming(Placed: 1, Removed: 0), swept);
        Assert.Equal([AnEvidence.PlaceOf(4)], await evidence.NamesAsync());
        Assert.Equal(bytes, await evidence.ReadAsync(received.Sha256, number: 4));
    }

    [Fact]
    public async Task SweepIncomingAsync_SameContentUnderTwoNumbers_PlacesBothAndRemovesTheThird()
    {
        var evidence = await AnEvidence.MakeAsync(storage);
        var bytes = AnEvidence.Pdf(100);
        var sha256 = AnEvidence.Sha256(bytes);

        for (var time = 0; time < 3; time++)
        {
            await evidence.ReceiveAsync(bytes);
        }

        var swept = await evidence.SweepAsync(new NamedDocument(AnEvidence.Election, 1, sha256), new NamedDocument(AnEvidence.Election, 2, sha256));

        Assert.Equal(new SweptIncoming(Placed: 2, Removed: 1), swept);
        Assert.Equal([AnEvidence.PlaceOf(1), AnEvidence.PlaceOf(2)], await evidence.NamesAsync());
    }

    [Fact]
    public async Task SweepIncomingAsync_ReceivedSince_Stays()
    {
        var evidence = await AnEvidence.MakeAsync(storage);
        await evidence.ReceiveAsync(AnEvidence.Pdf(100));

        var swept = await evidence.SweepAsync(Duration.FromDays(-1));

        Assert.Equal(new SweptIncoming(0, 0), swept);
        Assert.Single(await evidence.NamesAsync());
    }
}
