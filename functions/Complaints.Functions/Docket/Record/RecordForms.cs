using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Domain.Rulebooks;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Docket.Record;

/// <summary>The form of a new complaint, as it is first shown and as it comes back.</summary>
internal sealed class RecordForms(ElectionStore elections, LawShelf shelf, Forms forms, Words words)
{
    /// <summary>The page with an empty form for the election that is asked for, else for the only one.</summary>
    public async Task<IResult> NewAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var all = await OfferedAsync(http, cancellationToken);
        var asked = http.Request.Query["election"].ToString();
        var election = all.FirstOrDefault(each => each.Id == asked) ?? (all is [var only] ? only : null);
        var law = await LawOfAsync(election, all, cancellationToken);
        var held = new Dictionary<string, string>
        {
            ["matter"] = Taxonomies.Shipped.Matters[0],
            [RecordFields.Zone] = law.DefaultZone.Id,
        };

        if (election is not null)
        {
            held["election"] = election.Id;
        }

        return Page(forms.New(http, RecordFields.Of(all, law, words), held), all.Count > 0, StatusCodes.Status200OK);
    }

    /// <summary>The page with what was typed and why it was not taken.</summary>
    public async Task<IResult> AgainAsync(HttpContext http, FormBody sent, IReadOnlyList<Refusal> refusals, int status, CancellationToken cancellationToken)
    {
        var all = await OfferedAsync(http, cancellationToken);
        var law = await LawOfAsync(all.FirstOrDefault(each => each.Id == sent.Of("election")), all, cancellationToken);
        return Page(forms.Again(http, RecordFields.Of(all, law, words), sent, sent.Of(RecordFields.Zone), refusals), all.Count > 0, status);
    }

    private static IResult Page(Form form, bool hasElections, int status) => Show.Page<RecordPage>(new { Form = form, HasElections = hasElections }, status);

    /// <summary>The elections in which the caller may record.</summary>
    private async ValueTask<IReadOnlyList<Election>> OfferedAsync(HttpContext http, CancellationToken cancellationToken) =>
        [.. (await elections.AllAsync(cancellationToken)).Where(each => Caller.Of(http).Refuse(Roles.Observer | Roles.Coordinator, each.Id) is null)];

    private async ValueTask<Rulebook> LawOfAsync(Election? election, IReadOnlyList<Election> all, CancellationToken cancellationToken) =>
        (election ?? (all.Count > 0 ? all[0] : null)) is { } asked && await shelf.ForNewAsync(asked, cancellationToken) is { } law ? law : shelf.Known[0];
}
