using System.Text;
using Complaints.Domain;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Rulebooks.Checking;

internal sealed class ReadLastMomentFunction(CheckHandler handler, Words words, Dates dates, TimeProvider time)
{
    [Function("ReadLastMoment")]
    [Allow(Roles.None)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "check/last-moment.ics")] HttpRequest http,
        CancellationToken cancellationToken)
    {
        var answers = CheckAnswers.Of(http);
        var looked = await handler.HandleAsync(answers, Caller.Of(http.HttpContext), cancellationToken);

        return !looked.IsAllowed(out var said) ? Problems.Unreadable(looked.Refusals)
            : said.Forums is [var only, ..] && LastMoment.Of(only, answers, words, dates) is { } moment
                ? Results.File(Encoding.UTF8.GetBytes(CalendarFile.Write(moment, time.Now())), "text/calendar; charset=utf-8", "last-moment.ics")
                : Problems.From([new Refusal("check.no-date", "There is no date to put into a calendar: the rulebook gives none, or the moment of the act is not told.")]);
    }
}
