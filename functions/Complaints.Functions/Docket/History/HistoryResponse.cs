using System.Text.Json.Nodes;
using Complaints.Domain.Docket;
using Complaints.Storage.Docket;
using NodaTime;

namespace Complaints.Functions.Docket.History;

/// <summary>Everything that happened, in the order of recording, with the chain of hashes.</summary>
internal sealed record HistoryResponse(IReadOnlyList<EventResponse> Events)
{
    public static HistoryResponse From(IReadOnlyList<RecordedEvent> events) => new([.. events.Select(EventResponse.From)]);
}

/// <summary>One event.</summary>
internal sealed record EventResponse(
    int Seq, Instant At, Instant RecordedAt, string By, string Kind, int? Proceeding, JsonObject Data, string Hash, string Previous)
{
    public static EventResponse From(RecordedEvent each) => new(
        each.Event.Seq,
        each.Event.At,
        each.Event.RecordedAt,
        each.Event.By,
        each.Event.What.Kind,
        each.Event.Proceeding,
        EventJson.Data(each.Event.What),
        each.Hash,
        each.Previous);
}
