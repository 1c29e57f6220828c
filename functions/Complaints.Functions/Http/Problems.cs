using System.Globalization;
using System.Text.Json.Serialization;
using Complaints.Domain;
using FluentValidation.Results;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Http;

/// <summary>A problem document (RFC 9457) with every reason why not.</summary>
/// <param name="Type">A stable URI reference for the kind of problem.</param>
/// <param name="Title">The kind of problem, in a few words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">The reasons in one text.</param>
/// <param name="Refusals">The reasons, each with its code and, where there is one, the field and the citation.</param>
/// <param name="TraceId">What to tell the people who run the tracker; only with an unexpected failure.</param>
public sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Detail,
    IReadOnlyList<Refusal> Refusals,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TraceId = null);

/// <summary>The one place that knows which HTTP status a refusal has.</summary>
internal static class Problems
{
    private static readonly Dictionary<string, int> Statuses = new(StringComparer.Ordinal)
    {
        ["access.who-are-you"] = StatusCodes.Status401Unauthorized,
        ["access.session-ended"] = StatusCodes.Status401Unauthorized,
        ["access.not-allowed"] = StatusCodes.Status403Forbidden,
        ["access.locked"] = StatusCodes.Status403Forbidden,
        ["request.cross-site"] = StatusCodes.Status403Forbidden,
        ["request.foreign-host"] = StatusCodes.Status403Forbidden,
        ["request.too-many"] = StatusCodes.Status429TooManyRequests,
        ["address.none"] = StatusCodes.Status404NotFound,
        ["reference.malformed"] = StatusCodes.Status404NotFound,
        ["reference.mistyped"] = StatusCodes.Status404NotFound,
        ["complaint.none"] = StatusCodes.Status404NotFound,
        ["election.none"] = StatusCodes.Status404NotFound,
        ["rulebook.none"] = StatusCodes.Status404NotFound,
        ["draft.none"] = StatusCodes.Status404NotFound,
        ["draft.too-many"] = StatusCodes.Status409Conflict,
        ["draft.too-many-documents"] = StatusCodes.Status409Conflict,
        ["draft.changed-meanwhile"] = StatusCodes.Status409Conflict,
        ["draft.answered-meanwhile"] = StatusCodes.Status409Conflict,
        ["draft.being-sent"] = StatusCodes.Status409Conflict,
        ["draft.too-large"] = StatusCodes.Status413PayloadTooLarge,
        ["draft.two-acts"] = StatusCodes.Status400BadRequest,
        ["document.none"] = StatusCodes.Status404NotFound,
        ["rulebook.syntax"] = StatusCodes.Status400BadRequest,
        ["rulebook.version-taken"] = StatusCodes.Status409Conflict,
        ["election.taken"] = StatusCodes.Status409Conflict,
        ["record.changed-meanwhile"] = StatusCodes.Status409Conflict,
        ["record.reference-taken"] = StatusCodes.Status409Conflict,
        ["request.key-used"] = StatusCodes.Status409Conflict,
        ["record.broken"] = StatusCodes.Status500InternalServerError,
        ["record.version-stale"] = StatusCodes.Status412PreconditionFailed,
        ["document.too-large"] = StatusCodes.Status413PayloadTooLarge,
        ["body.too-large"] = StatusCodes.Status413PayloadTooLarge,
        ["document.complaint-full"] = StatusCodes.Status413PayloadTooLarge,
        ["document.type-not-allowed"] = StatusCodes.Status415UnsupportedMediaType,
        ["document.archive"] = StatusCodes.Status415UnsupportedMediaType,
        ["document.office-kind"] = StatusCodes.Status415UnsupportedMediaType,
        ["document.office-locked"] = StatusCodes.Status415UnsupportedMediaType,
        ["document.macros"] = StatusCodes.Status415UnsupportedMediaType,
        ["document.markup"] = StatusCodes.Status415UnsupportedMediaType,
        ["document.text-encoding"] = StatusCodes.Status415UnsupportedMediaType,
        ["document.copy-unknown"] = StatusCodes.Status400BadRequest,
        ["document.copy-damaged"] = StatusCodes.Status406NotAcceptable,
        ["document.copy-locked"] = StatusCodes.Status406NotAcceptable,
        ["document.copy-hidden"] = StatusCodes.Status406NotAcceptable,
        ["document.copy-too-large"] = StatusCodes.Status406NotAcceptable,
        ["document.copy-busy"] = StatusCodes.Status503ServiceUnavailable,
        ["document.quarantined"] = StatusCodes.Status423Locked,
        ["document.infected"] = StatusCodes.Status423Locked,
        ["document.warning-not-seen"] = StatusCodes.Status428PreconditionRequired,
        ["body.wrong-type"] = StatusCodes.Status415UnsupportedMediaType,
        ["body.cut-off"] = StatusCodes.Status400BadRequest,
        ["import.empty"] = StatusCodes.Status400BadRequest,
        ["import.malformed"] = StatusCodes.Status400BadRequest,
        ["import.not-utf8"] = StatusCodes.Status400BadRequest,
        ["import.line-too-long"] = StatusCodes.Status400BadRequest,
        ["import.column-missing"] = StatusCodes.Status400BadRequest,
        ["import.not-commas"] = StatusCodes.Status400BadRequest,
        ["import.not-csv"] = StatusCodes.Status400BadRequest,
        ["import.column-unknown"] = StatusCodes.Status400BadRequest,
        ["import.column-twice"] = StatusCodes.Status400BadRequest,
        ["record.erased"] = StatusCodes.Status410Gone,
        ["consent.withdrawn"] = StatusCodes.Status403Forbidden,
        ["consent.not-given"] = StatusCodes.Status403Forbidden,
        ["purpose.missing"] = StatusCodes.Status400BadRequest,
        ["purpose.unknown"] = StatusCodes.Status400BadRequest,
        ["purpose.not-yours"] = StatusCodes.Status403Forbidden,
        ["bundle.tells-of-retaliation"] = StatusCodes.Status403Forbidden,
        ["retaliation.not-a-reader"] = StatusCodes.Status403Forbidden,
        ["document.empty"] = StatusCodes.Status400BadRequest,
        ["document.missing"] = StatusCodes.Status400BadRequest,
        ["document.one-at-a-time"] = StatusCodes.Status400BadRequest,
        ["step.none"] = StatusCodes.Status404NotFound,
        ["fact.none"] = StatusCodes.Status404NotFound,
        ["code.malformed"] = StatusCodes.Status400BadRequest,
        ["code.replaced"] = StatusCodes.Status409Conflict,
        ["follow.none"] = StatusCodes.Status404NotFound,
        ["follow.wait"] = StatusCodes.Status429TooManyRequests,
        ["form.unreadable"] = StatusCodes.Status400BadRequest,
        ["file.missing"] = StatusCodes.Status400BadRequest,
        ["file.another"] = StatusCodes.Status409Conflict,
        ["file.too-large"] = StatusCodes.Status413PayloadTooLarge,
        ["form.not-ours"] = StatusCodes.Status400BadRequest,
        ["election-day.missing"] = StatusCodes.Status400BadRequest,
    };

    /// <summary>The answer to something the law, the record or the caller's rights do not allow.</summary>
    public static IResult From(IReadOnlyList<Refusal> refusals) => From(refusals, StatusOf(refusals));

    /// <summary>The answer to a form that is not filled in as it should be: 400, keyed by field.</summary>
    public static IResult From(ValidationResult invalid) => From(RefusalsOf(invalid), StatusCodes.Status400BadRequest);

    /// <summary>What is not filled in as it should be, each with the field as JSON and forms name it.</summary>
    public static IReadOnlyList<Refusal> RefusalsOf(ValidationResult invalid) =>
        [.. invalid.Errors.Select(each => new Refusal(each.ErrorCode, each.ErrorMessage, Field: each.PropertyName))];

    /// <summary>The answer to a body or address that cannot be read: 400.</summary>
    public static IResult Unreadable(params IReadOnlyList<Refusal> refusals) => From(refusals, StatusCodes.Status400BadRequest);

    /// <summary>The answer at an address where there is nothing, or nothing for that method.</summary>
    public static IResult NoSuchAddress(HttpRequest http) => From(
        [new("address.none", $"There is nothing at this address for {Shown.Short(http.Method)}. README.md lists the doors; the start page is /.")]);

    /// <summary>The answer to an unexpected failure. It tells nothing but where to look for it.</summary>
    public static IResult Unexpected(string traceId) => new ProblemResult(
        new Problem(
            "/problems/unexpected",
            "Something went wrong here",
            StatusCodes.Status500InternalServerError,
            "The tracker failed unexpectedly. What was saved before is safe; try again, and tell the trace id if it goes on.",
            [],
            traceId));

    public static int StatusOf(IReadOnlyList<Refusal> refusals) =>
        refusals.Count > 0 && Statuses.TryGetValue(refusals[0].Code, out var status) ? status : StatusCodes.Status422UnprocessableEntity;

    private static ProblemResult From(IReadOnlyList<Refusal> refusals, int status)
    {
        Refusal[] shown = [.. refusals.Take(Shown.MostReasons).Select(Shown.Short)];
        var more = refusals.Count > shown.Length ? string.Create(CultureInfo.InvariantCulture, $" And {refusals.Count - shown.Length} more, when these are mended.") : "";
        return new(new Problem($"/problems/{status}", Title(status), status, string.Join(' ', shown.Select(each => each.Message)) + more, shown));
    }

    private static string Title(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "The request is not filled in as it should be",
        StatusCodes.Status401Unauthorized => "Sign in first",
        StatusCodes.Status403Forbidden => "Not yours to do",
        StatusCodes.Status404NotFound => "Not here",
        StatusCodes.Status406NotAcceptable => "Not to be had in that form",
        StatusCodes.Status409Conflict => "Somebody was faster",
        StatusCodes.Status410Gone => "Erased",
        StatusCodes.Status412PreconditionFailed => "Changed since you read it",
        StatusCodes.Status413PayloadTooLarge => "Too large",
        StatusCodes.Status415UnsupportedMediaType => "Not a kind that is taken",
        StatusCodes.Status423Locked => "Locked for now",
        StatusCodes.Status428PreconditionRequired => "Read this first",
        StatusCodes.Status429TooManyRequests => "Too many attempts",
        StatusCodes.Status500InternalServerError => "Something went wrong here",
        StatusCodes.Status503ServiceUnavailable => "Too much at once",
        _ => "The law does not allow it",
    };
}
