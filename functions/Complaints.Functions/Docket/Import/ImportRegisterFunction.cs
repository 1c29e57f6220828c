using System.IO;
using System.Text;
using Complaints.Domain;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace Complaints.Functions.Docket.Import;

internal sealed class ImportRegisterFunction(ImportRegisterHandler handler, Once once)
{
    [Function("ImportRegister")]
    [Allow(Roles.Coordinator | Roles.Administrator)]
    [Takes("dryRun")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/elections/{election}/import")] HttpRequest http,
        string election,
        CancellationToken cancellationToken) =>
        once.AnswerAsync(
            http, Caller.Of(http.HttpContext).Pseudonym, WholeBody.MostOfAKeyedRegister, () => ImportAsync(http, election, cancellationToken), cancellationToken);

    private async Task<IResult> ImportAsync(HttpRequest http, string election, CancellationToken cancellationToken)
    {
        if (!IsCsv(http.ContentType))
        {
            return Problems.From([new Refusal("body.wrong-type", "A register is imported as text/csv in UTF-8.", Field: "Content-Type")]);
        }

        if (!TryReadDryRun(http.Query["dryRun"].ToString(), out var isDryRun))
        {
            return Problems.Unreadable(new Refusal("field.bad-value", "'dryRun' is true or false.", Field: "dryRun"));
        }

        using var text = new StreamReader(http.Body, Encoding.UTF8);
        return Answers.From(
            await handler.HandleAsync(election, text, isDryRun, Caller.Of(http.HttpContext).Pseudonym, cancellationToken), response => response);
    }

    private static bool IsCsv(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("text/csv", StringComparison.OrdinalIgnoreCase)
        && (type.Charset.Length == 0 || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static bool TryReadDryRun(string text, out bool isDryRun)
    {
        isDryRun = false;
        return text.Length == 0 || bool.TryParse(text, out isDryRun);
    }
}
