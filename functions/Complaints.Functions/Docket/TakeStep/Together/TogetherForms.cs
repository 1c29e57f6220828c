using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Docket.TakeStep.Together;

/// <summary>The form of a step that several complaints take together: asked as the first of them would ask it.</summary>
internal sealed class TogetherForms(Forms forms, Words words)
{
    private static readonly Refusal NonePicked = new("cluster.none-picked", "Choose at least one complaint.", Field: "pick");

    /// <summary>The complaint whose law and forums the form goes by; refused if none of those picked is to be had.</summary>
    public static Result<Complaint> ModelOf(IReadOnlyList<Picked> picked) =>
        picked.Select(each => each.Found.IsAllowed(out var stored) ? stored.Value : null).OfType<Complaint>().FirstOrDefault() is { } model ? model
        : picked.Count == 0 ? NonePicked
        : Result.Refused<Complaint>(picked[0].Found.Refusals);

    public IResult New(HttpContext http, ClusterQuery query, IReadOnlyList<Picked> picked)
    {
        var found = ModelOf(picked);

        if (!found.IsAllowed(out var model))
        {
            return Problems.From(found.Refusals);
        }

        var held = new Dictionary<string, string> { [StepFields.Zone] = ZoneOf(model) };
        return Page(query, forms.New(http, StepFields.Of(query.Step, model, words), held), StatusCodes.Status200OK);
    }

    public IResult Again(HttpContext http, ClusterQuery query, Complaint model, FormBody sent, IReadOnlyList<Refusal> refusals, int status) =>
        Page(query, forms.Again(http, StepFields.Of(query.Step, model, words), sent, sent.Of(StepFields.Zone), refusals), status);

    /// <summary>The form as it was typed, to be shown and sent once more under a fresh token.</summary>
    public Form GoOn(HttpContext http, ClusterQuery query, Complaint model, FormBody sent) => forms.Again(http, StepFields.Of(query.Step, model, words), sent, "", []);

    private static string ZoneOf(Complaint model) => model.Current?.Zone.Id ?? model.Law.Rulebook.DefaultZone.Id;

    private static IResult Page(ClusterQuery query, Form form, int status) => Show.Page<TogetherPage>(
        new { query.Election, query.Act, query.Step, Form = form, query.Hidden, Count = query.Picks.Count }, status);
}
