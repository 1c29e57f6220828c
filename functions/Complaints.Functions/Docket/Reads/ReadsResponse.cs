using Complaints.Storage.Docket;
using NodaTime;

namespace Complaints.Functions.Docket.Reads;

/// <summary>Who opened what of a complaint, in order, with the chain of hashes; nothing of what it said.</summary>
internal sealed record ReadsResponse(IReadOnlyList<ReadResponse> Reads)
{
    public static ReadsResponse From(IReadOnlyList<RecordedRead> reads) => new([.. reads.Select(ReadResponse.From)]);
}

/// <summary>One read.</summary>
internal sealed record ReadResponse(int Seq, Instant At, string By, string Purpose, IReadOnlyList<string> Items, string Hash, string Previous)
{
    public static ReadResponse From(RecordedRead each) =>
        new(each.Read.Seq, each.Read.At, each.Read.By, each.Read.Purpose, each.Read.Items, each.Hash, each.Previous);
}
