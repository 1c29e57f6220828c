using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Docket;

/// <summary>The door of a short form about one complaint: as it is first shown, as it is sent, and as it comes back.</summary>
internal sealed class ComplaintForms(DocketStore docket, Forms forms, IAntiforgery antiforgery)
{
    /// <summary>The field that names the clock on which the form's moments are told.</summary>
    public const string Zone = FormBody.ZoneName;

    /// <summary>The clock on which such a form tells its moments, unless it asks for one.</summary>
    public static string ZoneOf(Complaint complaint) => complaint.Law.Rulebook.DefaultZone.Id;

    /// <summary>The page with an empty form; where it is closed, the page that says why.</summary>
    public async Task<IResult> ShowAsync(HttpRequest http, string id, ShortForm form, CancellationToken cancellationToken)
    {
        var caller = Caller.Of(http.HttpContext);
        var found = await FindAsync(id, form, caller, cancellationToken);

        return !found.IsAllowed(out var stored) ? Problems.From(found.Refusals)
            : form.Closed(stored.Value, caller) is { } why ? Problems.From([why])
            : Page(
                stored.Value,
                form,
                caller,
                forms.New(http.HttpContext, form.Parts(stored.Value, caller), form.Held(stored.Value, caller), form.IsOfVersion ? stored.Value.Version : null),
                StatusCodes.Status200OK);
    }

    /// <summary>Takes the form; the page with what was typed where it was not taken, or the one that says why it is closed meanwhile.</summary>
    /// <param name="http">The request.</param>
    /// <param name="id">The complaint as the address names it.</param>
    /// <param name="form">The form.</param>
    /// <param name="read">The request that was typed, its moments on this clock.</param>
    /// <param name="handle">What is to be done.</param>
    /// <param name="next">The answer when it was done.</param>
    /// <param name="cancellationToken">Stops before anything is done.</param>
    public async Task<IResult> SendAsync<TRequest, T>(
        HttpRequest http,
        string id,
        ShortForm form,
        Func<FormBody, string, Result<TRequest>> read,
        Func<Asked<TRequest>, Task<Result<T>>> handle,
        Func<T, IResult> next,
        CancellationToken cancellationToken)
    {
        var sent = await FormBody.ReadAsync(http, antiforgery, cancellationToken);

        if (!sent.IsAllowed(out var body))
        {
            return Problems.From(sent.Refusals);
        }

        var caller = Caller.Of(http.HttpContext);
        var found = await FindAsync(id, form, caller, cancellationToken);

        if (!found.IsAllowed(out var stored))
        {
            return Problems.From(found.Refusals);
        }

        var isClockAsked = form.Parts(stored.Value, caller).SelectMany(each => each.Fields).Any(each => each.Name == Zone);
        var zone = isClockAsked ? body.Of(Zone) : ZoneOf(stored.Value);
        var typed = read(body, zone);

        if (!typed.IsAllowed(out var request))
        {
            return Again(typed.Refusals, StatusCodes.Status400BadRequest);
        }

        var done = await handle(new(request, caller, form.IsOfVersion ? body.Version : null, http.Repeatable(caller.Pseudonym, body)));
        return done.IsAllowed(out var value) ? next(value)
            : form.Closed(stored.Value, caller) is { } why ? Problems.From([why])
            : Again(done.Refusals, Problems.StatusOf(done.Refusals));

        IResult Again(IReadOnlyList<Refusal> refusals, int status) => Page(
            stored.Value, form, caller, forms.Again(http.HttpContext, form.Parts(stored.Value, caller), body, zone, refusals, form.IsOfVersion ? stored.Value.Version : null), status);
    }

    private Task<Result<Stored<Complaint>>> FindAsync(string id, ShortForm form, Caller caller, CancellationToken cancellationToken) =>
        form.For is { } roles ? docket.ComplaintAsync(id, caller, roles, cancellationToken) : docket.ComplaintAsync(id, caller, cancellationToken);

    private static IResult Page(Complaint complaint, ShortForm form, Caller caller, Form shown, int status) => Show.Page<ComplaintFormPage>(
        new
        {
            Complaint = complaint,
            form.About,
            form.Title,
            What = form.What?.Invoke(complaint, caller),
            form.Send,
            Form = shown,
            form.Warns,
            MayOpen = caller.MayOpen(complaint.Law.Election.Id, complaint.KeptBy),
        },
        status);
}
