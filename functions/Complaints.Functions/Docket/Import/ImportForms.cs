using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Docket.Import;

/// <summary>The page that takes a register: first it is checked, then the same file is sent again and imported.</summary>
internal sealed class ImportForms(ElectionStore elections, LawShelf shelf, Forms forms, TimeProvider time)
{
    private static readonly FormPart[] Parts = [new(null, [new(FileForm.FileName, FieldKind.File) { IsNeeded = true }])];

    /// <summary>The address of the page.</summary>
    public static string AddressOf(string election) => $"/manage/elections/{Uri.EscapeDataString(election)}/import";

    /// <summary>The refusal of an election that is not there.</summary>
    public static Refusal None(string election) => new("election.none", $"There is no election '{Shown.Short(election)}' here.", Field: "election");

    /// <summary>The election with the law that its rows are judged under; null if there is none.</summary>
    public async Task<Law?> LawAsync(string electionId, CancellationToken cancellationToken) =>
        await elections.FindAsync(electionId, cancellationToken) is { } election && await shelf.ForNewAsync(election, cancellationToken) is { } rulebook
            ? new Law(rulebook, election)
            : null;

    /// <summary>What the columns take under this law.</summary>
    public IReadOnlyList<ImportColumn> Columns(Law law) => ImportColumn.All(law, time.Now());

    /// <summary>The page: at first, or with what became of a file.</summary>
    public IResult Page(HttpContext http, Law law, FileForm? sent = null, ImportResponse? became = null, params IReadOnlyList<Refusal> refusals) => Show.Page<ImportPage>(
        new
        {
            law.Election,
            law.Rulebook,
            Columns = Columns(law),
            Form = sent is null ? forms.New(http, Parts, new Dictionary<string, string>()) : forms.Again(http, Parts, sent.Fields, "", refusals),
            Became = became,
            Tried = became is null || sent?.WasTried is true ? null : sent?.Sha256,
        },
        refusals.Count == 0 ? StatusCodes.Status200OK : Problems.StatusOf(refusals));
}
