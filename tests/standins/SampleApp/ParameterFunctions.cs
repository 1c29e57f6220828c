using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace SampleApp;

/// <summary>One function for every kind of parameter.</summary>
internal sealed class ParameterFunctions
{
    [Function("TextParameter")]
    public IResult Text([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "parameters/text/{VALUE}")] HttpRequest http, string value) =>
        Results.Text(value);

    [Function("IntParameter")]
    public IResult Int([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "parameters/int/{value}")] HttpRequest http, int value) =>
        Results.Text($"{value + 1}");

    [Function("MaybeParameter")]
    public IResult Maybe([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "parameters/maybe/{value?}")] HttpRequest http, int? value) =>
        Results.Text(value is null ? "null" : $"{value}");

    [Function("DefaultParameter")]
    public IResult Default([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "parameters/default/{value=7}")] HttpRequest http, int value) =>
        Results.Text($"{value}");

    [Function("GuidParameter")]
    public IResult Identifier([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "parameters/guid/{value:guid}")] HttpRequest http, Guid value) =>
        Results.Text(value.ToString("D"));

    [Function("EnumParameter")]
    public IResult Day([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "parameters/enum/{value}")] HttpRequest http, DayOfWeek value) =>
        Results.Text(value.ToString());

    [Function("DateParameter")]
    public IResult Date([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "parameters/date/{value}")] HttpRequest http, DateOnly value) =>
        Results.Text(value.ToString("O", CultureInfo.InvariantCulture));

    [Function("QueryNumber")]
    public IResult QueryNumber([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "parameters/query-number")] HttpRequest http, int number) =>
        Results.Text($"{number}");

    [Function("RestParameter")]
    public IResult Rest([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "parameters/rest/{*path}")] HttpRequest http, string? path) =>
        Results.Text($"[{path}]");

    [Function("BoundByType")]
    public IResult Bound(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "parameters/bound/{id}")] HttpRequest http,
        FunctionContext context,
        CancellationToken cancellationToken) =>
        Results.Ok(new
        {
            Same = ReferenceEquals(context.GetHttpContext(), http.HttpContext),
            Token = cancellationToken.CanBeCanceled && cancellationToken == context.CancellationToken,
            OtherToken = cancellationToken != http.HttpContext.RequestAborted,
            RouteValue = http.RouteValues["id"],
            context.FunctionDefinition.Name,
            context.FunctionDefinition.EntryPoint,
            Trigger = context.FunctionDefinition.InputBindings["http"].Type,
            Retry = context.RetryContext is null ? "null" : "retry",
        });

    [Function("NotBound")]
    public IResult NotBound(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "parameters/not-bound")] HttpRequest http,
        HttpContext? context,
        ILogger<ParameterFunctions>? logger,
        [FromServices] Journal? journal,
        [FromQuery] string? query,
        string? plainQuery) =>
        Results.Ok(new object?[] { context, logger, journal, query, plainQuery }.Count(value => value is null));

    [Function("BodyAsTrigger")]
    public IResult Body([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "parameters/body")] Note? note) =>
        Results.Text(note is null ? "null" : note.Text);
}

/// <summary>A body that is never bound.</summary>
internal sealed record Note(string Text);
