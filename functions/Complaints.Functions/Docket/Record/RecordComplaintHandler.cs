using System.Security.Cryptography;
using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Complaints.Storage.Vault;

namespace Complaints.Functions.Docket.Record;

/// <summary>Writes down a complaint: the vault first, then the record; only the record makes it true.</summary>
internal sealed class RecordComplaintHandler(DocketStore docket, ElectionStore elections, LawShelf shelf, VaultStore vault, TimeProvider time)
{
    private const int Draws = 5;

    public async Task<Result<Complaint>> HandleAsync(
        RecordComplaintRequest request, Caller caller, RepeatableRequest? repeatable, CancellationToken cancellationToken)
    {
        if (await elections.FindAsync(request.Election!, cancellationToken) is not { } election
            || await shelf.ForNewAsync(election, cancellationToken) is not { } rulebook)
        {
            return new Refusal("election.none", $"There is no election '{request.Election}' here.", Field: "election");
        }

        if (caller.Refuse(Roles.Observer | Roles.Coordinator, election.Id) is { } notTheirs)
        {
            return notTheirs;
        }

        var law = new Law(rulebook, election);
        var seed = Seed(caller.Pseudonym, election, repeatable);

        for (var draw = 0; draw < Draws; draw++, seed = Reference.SeedAfter(seed))
        {
            var now = time.Now();
            var reference = Reference.Draw(election.Code, now, seed);

            if (repeatable is not null && await docket.AnsweredAsync(election, reference.Shard, repeatable, cancellationToken) is { } past)
            {
                return await RepeatAsync(past, repeatable, cancellationToken);
            }

            var grievance = request.ToGrievance(election, rulebook, $"P-{reference.Body}");

            if (grievance.Check(law, now).ToArray() is { Length: > 0 } senseless)
            {
                return senseless;
            }

            if (!await SealAsync(reference.Id, request, cancellationToken))
            {
                continue;
            }

            var change = Complaint.Record(reference.Id, law, grievance, now, caller.Pseudonym);
            var saved = await docket.AddAsync(change, now, repeatable, cancellationToken);

            if (saved.IsAllowed(out var stored))
            {
                return stored.Value;
            }
        }

        return DocketStore.ReferenceTaken;
    }

    private static byte[] Seed(string caller, Election election, RepeatableRequest? repeatable) =>
        repeatable is null ? RandomNumberGenerator.GetBytes(32) : Reference.Seed(caller, election.Id, repeatable.Key);

    private async Task<Result<Complaint>> RepeatAsync(PastAnswer past, RepeatableRequest repeatable, CancellationToken cancellationToken) =>
        past.Body != repeatable.Body ? Once.OtherBody
        : Reference.Parse(past.Complaint).IsAllowed(out var reference) && await docket.FindAsync(reference, cancellationToken) is { } stored
            ? await docket.AsAnsweredAsync(stored.Value, past, cancellationToken)
            : throw new InvalidOperationException($"The complaint {past.Complaint} was answered and is gone.");

    /// <summary>False where the reference is another complaint's: nothing of that one is touched.</summary>
    private async Task<bool> SealAsync(string id, RecordComplaintRequest request, CancellationToken cancellationToken)
    {
        var texts = new[] { ("name", request.Identity?.Name), ("contact", request.Identity?.Contact), ("narrative", request.Narrative) }
            .Where(each => !string.IsNullOrEmpty(each.Item2))
            .ToDictionary(each => each.Item1, each => each.Item2!);
        return texts.Count == 0 || await vault.SealFirstAsync(id, texts, cancellationToken);
    }
}
