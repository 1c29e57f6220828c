using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SampleApp;

/// <summary>One timer for every kind of schedule and run.</summary>
internal sealed class TimerFunctions(Journal journal, Gates gates)
{
    private static int _failures;

    [Function("EverySecond")]
    public void EverySecond([TimerTrigger("*/1 * * * * *", UseMonitor = false)] TimerInfo timer, FunctionContext context) => journal.Note(
        "every-second",
        $"{Now():O} {(timer.ScheduleStatus is null ? "unmonitored" : "monitored")} {context.GetHttpContext()?.TraceIdentifier ?? "no-http"} {context.FunctionDefinition.InputBindings["timer"].Type}");

    [Function("Waiting")]
    public async Task Waiting([TimerTrigger("*/1 * * * * *", UseMonitor = false)] TimerInfo timer, CancellationToken cancellationToken)
    {
        journal.Note("waiting", "entered");
        await gates.PassAsync("waiting", cancellationToken);
        journal.Note("waiting", "left");
    }

    [Function("Failing")]
    public void Failing([TimerTrigger("*/1 * * * * *", UseMonitor = false)] TimerInfo timer)
    {
        journal.Note("failing", "entered");

        if (Interlocked.Increment(ref _failures) == 1)
        {
            throw new InvalidOperationException("the bell is cracked");
        }
    }

    [Function("AtStart")]
    public static void AtStart([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer) => Starts.Add(timer.IsPastDue ? "past due" : "on time");

    [Function("Hourly")]
    public void Hourly([TimerTrigger("0 0 * * * *")] TimerInfo timer) => journal.Note(
        "hourly",
        timer.ScheduleStatus is { } status
            ? string.Create(CultureInfo.InvariantCulture, $"{timer.IsPastDue} {status.Last:yyyy-MM-dd} {status.Next:mm:ss}")
            : "unmonitored");

    [Function("Named")]
    public void Named([TimerTrigger("%SAMPLE_SCHEDULE%", UseMonitor = false)] TimerInfo timer) => journal.Note("named", "ran");

    [Function("StartCount")]
    public IResult StartCount([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "timers/at-start")] HttpRequest http) =>
        Results.Ok(Starts.All);

    private static DateTimeOffset Now() => TimeProvider.System.GetUtcNow();
}
