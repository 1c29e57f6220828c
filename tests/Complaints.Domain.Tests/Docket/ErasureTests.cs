using Complaints.Domain.Docket;
using Complaints.Domain.Tests.Builders;
using static Complaints.Domain.Tests.Builders.Moments;

namespace Complaints.Domain.Tests.Docket;

/// <summary>What was erased is neither opened nor added to.</summary>
public sealed class ErasureTests
{
    [Fact]
    public void Erased_WhateverWouldOpenOrAdd_IsRefused()
    {
        var now = At("2020-12-06 10:00");
        Assert.True(AComplaint.AgainstResolution().Complaint.Erase("party_request", now, "c1").IsAllowed(out var change));
        var erased = change.Complaint;

        Assert.All(VaultRead.Purposes, purpose => Assert.Same(Erasure.Done, erased.WhySealed(purpose)));
        Assert.Same(Erasure.Done, Assert.Single(erased.Erase("safety", now, "c1").Refusals));
        Assert.Same(Erasure.Done, Assert.Single(erased.Hold(isSet: true, "court_order", now, "c1").Refusals));
        Assert.Same(Erasure.Done, Assert.Single(erased.AddDocument("hash", 1, "text/plain", "upload", scan: null, now, "c1").Refusals));
        Assert.Same(Erasure.Done, Assert.Single(erased.Note(FactKind.Hearing, new FactDetails { Note = "told" }, null, now, now, "c1").Refusals));
        Assert.True(erased.Note(FactKind.Hearing, new FactDetails(), null, now, now, "c1").IsAllowed(out _));
    }
}
