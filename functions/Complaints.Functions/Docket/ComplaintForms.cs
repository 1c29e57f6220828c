using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Docket;

/// <summary>A short form about one complaint, as it is first shown and as it comes back. Its words and its address are found by what it is about.</summary>
internal sealed class ComplaintForms(Forms forms)
{
    /// <summary>The page with an empty form.</summary>
    public IResult New(HttpContext http, Complaint complaint, string about, IReadOnlyList<FormPart> parts, Dictionary<string, string>? held = null) =>
        Page(complaint, about, forms.New(http, parts, held ?? []), StatusCodes.Status200OK);

    /// <summary>The page with what was typed and why it was not taken.</summary>
    public IResult Again(
        HttpContext http, Complaint complaint, string about, IReadOnlyList<FormPart> parts, FormBody sent, IReadOnlyList<Refusal> refusals, int status) =>
        Page(complaint, about, forms.Again(http, parts, sent, ZoneOf(complaint), refusals), status);

    /// <summary>The clock on which such a form tells its moments.</summary>
    public static string ZoneOf(Complaint complaint) => complaint.Law.Rulebook.DefaultZone.Id;

    private static IResult Page(Complaint complaint, string about, Form form, int status) =>
        Show.Page<ComplaintFormPage>(new { Complaint = complaint, About = about, Form = form }, status);
}
