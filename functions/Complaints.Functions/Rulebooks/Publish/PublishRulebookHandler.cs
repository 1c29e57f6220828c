using Complaints.Domain;
using Complaints.Domain.Deadlines.Examples;
using Complaints.Domain.Rulebooks;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;

namespace Complaints.Functions.Rulebooks.Publish;

/// <summary>Publishes a rulebook: read it with all its faults, count its worked examples, keep it for good, say what it changes. A trial does all but keep it.</summary>
internal sealed class PublishRulebookHandler(LawShelf shelf, TimeProvider time)
{
    public async Task<Result<PublishedResponse>> HandleAsync(ReadOnlyMemory<byte> document, bool isTrial, string caller, CancellationToken cancellationToken)
    {
        var known = await shelf.LookAgainAsync(cancellationToken);
        var read = RulebookReader.Read(document.Span, ShippedLaw.Library.With(known));

        var proven = read.IsAllowed(out var draft) ? WorkedExamples.Prove(draft) : read;

        if (!proven.IsAllowed(out var rulebook))
        {
            return proven.Refusals;
        }

        Result<Rulebook> kept = !isTrial ? await shelf.PublishAsync(rulebook, time.Now(), caller, cancellationToken)
            : await shelf.RefuseAsync(rulebook, cancellationToken) is { } refusal ? refusal
            : rulebook;
        return kept.IsAllowed(out var published) ? PublishedResponse.From(published, Before(published, known)) : kept.Refusals;
    }

    /// <summary>The version before this one; null if it is the first.</summary>
    private static Rulebook? Before(Rulebook published, IReadOnlyList<Rulebook> known) =>
        known.LastOrDefault(each => each.Id == published.Id && RulebookVersion.Of(each).Number < RulebookVersion.Of(published).Number);
}
