using System.Globalization;
using System.IO;
using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using NodaTime;

namespace Complaints.Functions.Docket.Import;

/// <summary>Takes over a register row by row. A row that was taken over before meets its own complaint and changes nothing.</summary>
internal sealed class ImportRegisterHandler(
    DocketStore docket, ElectionStore elections, LawShelf shelf, ImportLineValidator validator, TimeProvider time)
{
    private const int AtOnce = 8;
    private const int Draws = 16;

    // A case keeps its id whatever day it is imported on, so all imported ids are of the first day there is.
    private static readonly Instant DayOfImports = Instant.FromUtc(2020, 1, 1, 0, 0);

    /// <summary>Imports every row that can be; a dry run only says what would become of each.</summary>
    public async Task<Result<ImportResponse>> HandleAsync(
        string electionId, TextReader text, bool isDryRun, string caller, CancellationToken cancellationToken)
    {
        if (await elections.FindAsync(electionId, cancellationToken) is not { } election
            || await shelf.ForNewAsync(election, cancellationToken) is not { } rulebook)
        {
            return new Refusal("election.none", $"There is no election '{electionId}' here.", Field: "election");
        }

        var opened = await RegisterReader.OpenAsync(text, cancellationToken);

        if (!opened.IsAllowed(out var register))
        {
            return opened.Refusals;
        }

        var import = new Import(new Law(rulebook, election), isDryRun, caller);
        var bounded = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            register.ReadAsync(cancellationToken).TakeWhile(_ => !import.Tally.IsFull),
            bounded,
            async (record, stop) => import.Tally.Add(record, await TakeAsync(record, import, stop)));
        return import.Tally.ToResponse();
    }

    private async Task<Result<bool>> TakeAsync(RegisterRecord record, Import import, CancellationToken cancellationToken)
    {
        if (record is not { Row: { } row, Fault: null })
        {
            return record.Fault!;
        }

        return validator.RefusalsOf(row) is { Count: > 0 } refusals ? refusals.ToArray() : await TakeAsync(row, import, cancellationToken);
    }

    /// <summary>True if the row is new, false if it is in the record already.</summary>
    private async Task<Result<bool>> TakeAsync(ImportLine row, Import import, CancellationToken cancellationToken)
    {
        for (var draw = 0; draw < Draws; draw++)
        {
            var now = time.Now();
            var reference = ReferenceOf(import.Law.Election, row["case_id"]!, draw);
            var recorded = ImportedComplaint.From(row, reference.Id, import.Law, now, import.Caller);

            if (!recorded.IsAllowed(out var change))
            {
                return recorded.Refusals;
            }

            var there = await docket.FindAsync(reference, cancellationToken);

            if (there is null)
            {
                var added = import.IsDryRun ? null : await docket.AddAsync(change, now, null, cancellationToken);

                if (added is null || added.IsAllowed(out _))
                {
                    return true;
                }

                // Taken at this very moment, perhaps by an import beside this one.
                there = await docket.FindAsync(reference, cancellationToken);
            }

            if (there?.Value is { } known && known.Grievance.ImportedFrom == row["case_id"])
            {
                return ImportedComplaint.IsOf(known, change) ? false : Differs(reference);
            }
        }

        return DocketStore.ReferenceTaken;
    }

    private static Reference ReferenceOf(Election election, string caseId, int draw) => Reference.Draw(
        election.Code,
        DayOfImports,
        draw == 0
            ? Reference.Seed("import", election.Id, caseId)
            : Reference.Seed("import", election.Id, caseId, draw.ToString(CultureInfo.InvariantCulture)));

    private static Refusal Differs(Reference reference) => new(
        "import.differs", $"The case is in the record as {reference} and says something else there. Record what has changed as steps or corrections.")
    {
        Named = reference.ToString(),
    };

    private sealed record Import(Law Law, bool IsDryRun, string Caller)
    {
        public ImportTally Tally { get; } = new();
    }
}
