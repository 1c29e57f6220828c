using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Rulebooks.Checking;

internal sealed class ShowVerdictFunction(CheckHandler handler, CheckForms forms, Forms marks, TimeProvider time)
{
    [Function("ShowVerdict")]
    [Allow(Roles.None)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "check/verdict")] HttpRequest http,
        CancellationToken cancellationToken)
    {
        var answers = CheckAnswers.Of(http);

        if (answers.IsEmpty)
        {
            return Show.Next(http.HttpContext, Questions.Start);
        }

        var caller = Caller.Of(http.HttpContext);
        var looked = await handler.HandleAsync(answers, caller, cancellationToken);

        if (!looked.IsAllowed(out var said))
        {
            return await forms.AgainAsync(http.HttpContext, answers, looked.Refusals, cancellationToken);
        }

        // Only who may record gets a form that changes something, and with it the cookie that makes it ours.
        var record = caller.IsAny(Roles.Observer | Roles.Coordinator, said.Election.Id) ? marks.New(http.HttpContext, [], new Dictionary<string, string>()) : null;
        return Show.Page<VerdictPage>(new { Answers = answers, Said = said, Record = record, Now = time.Now() });
    }
}
