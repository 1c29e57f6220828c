using System.Globalization;
using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Rulebooks.Publish;

/// <summary>The page that takes a version of a rulebook: first it is checked, then the same file is sent again and published for good.</summary>
internal sealed class PublishForms(LawShelf shelf, ElectionStore elections, Forms forms)
{
    /// <summary>The address of the page.</summary>
    public const string Address = "/manage/rulebooks";

    private static readonly FormPart[] Parts = [new(null, [new(FileForm.FileName, FieldKind.File) { IsNeeded = true }])];

    /// <summary>The page as it is opened.</summary>
    public IResult New(HttpContext http) => Page(forms.New(http, Parts, new Dictionary<string, string>()), StatusCodes.Status200OK);

    /// <summary>The page with what is wrong with the file as such.</summary>
    public IResult Refused(HttpContext http, FileForm sent, Refusal refusal) => Page(Again(http, sent, refusal), Problems.StatusOf([refusal]));

    /// <summary>The page with every fault of the rulebook, each with its place.</summary>
    public IResult Faulty(HttpContext http, FileForm sent, IReadOnlyList<Refusal> faults)
    {
        var all = new Refusal("rulebook.faulty", "The rulebook was not taken: its faults are listed below.", Field: FileForm.FileName)
        {
            Named = faults.Count.ToString(CultureInfo.InvariantCulture),
        };
        return Page(Again(http, sent, all), Problems.StatusOf(faults), faults);
    }

    /// <summary>The page with what a version changes: checked, or published now.</summary>
    public async Task<IResult> TakenAsync(HttpContext http, FileForm sent, PublishedResponse taken, CancellationToken cancellationToken) => sent.WasTried
        ? Page(Again(http, sent), StatusCodes.Status200OK, taken: taken, elections: await UnderAsync(taken.Version, cancellationToken))
        : Page(sent.Fault is { } another ? Again(http, sent, another) : Again(http, sent), sent.Fault is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict, taken: taken, tried: sent.Sha256);

    private Form Again(HttpContext http, FileForm sent, params IReadOnlyList<Refusal> refusals) => forms.Again(http, Parts, sent.Fields, "", refusals);

    private static IResult Page(
        Form form, int status, IReadOnlyList<Refusal>? faults = null, PublishedResponse? taken = null, string? tried = null, IReadOnlyList<Election>? elections = null) =>
        Show.Page<PublishPage>(new { Form = form, Faults = faults ?? [], Taken = taken, Tried = tried, Elections = elections ?? [] }, status);

    /// <summary>The elections held under the law of the same country: those it may be applied to.</summary>
    private async Task<IReadOnlyList<Election>> UnderAsync(string version, CancellationToken cancellationToken)
    {
        var published = await shelf.FindAsync(version, cancellationToken);
        var under = new List<Election>();

        foreach (var election in (await elections.AllAsync(cancellationToken)).OrderBy(each => each.Id, StringComparer.Ordinal))
        {
            if ((await shelf.ForNewAsync(election, cancellationToken)) is { } present && present.Id == published?.Id)
            {
                under.Add(election);
            }
        }

        return under;
    }
}
