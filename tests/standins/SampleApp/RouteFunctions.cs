using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SampleApp;

/// <summary>One function for every kind of route.</summary>
internal sealed class RouteFunctions
{
    [Function("Root")]
    public IResult Root([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{root:length(0)?}")] HttpRequest http) => Results.Text("root");

    [Function("Unrouted")]
    public IResult Unrouted([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest http) => Results.Text(http.Method);

    [Function("with-hyphen_and_underscore")]
    public IResult Hyphen([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest http) => Results.Text("hyphen");

    [Function("New")]
    public IResult New([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "routes/new")] HttpRequest http) => Results.Text("literal");

    [Function("Any")]
    public IResult Any([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "routes/{id}")] HttpRequest http) => Results.Text("parameter");

    [Function("Number")]
    public IResult Number([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "routes/number/{n:int}")] HttpRequest http, int n) => Results.Text($"{n}");

    [Function("Format")]
    public IResult Format([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "routes/export.{format:regex(^csv|json|xlsx$)}")] HttpRequest http, string format) =>
        Results.Text(format);

    [Function("Language")]
    public IResult Language([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{lang:regex(^(en|ru|kk)$)}/routes")] HttpRequest http, string lang) =>
        Results.Text(lang);

    [Function("SharedGet")]
    public IResult SharedGet([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "shared/{id}")] HttpRequest http) => Results.Text("get");

    [Function("SharedPost")]
    public IResult SharedPost([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "shared/{id}")] HttpRequest http) => Results.Text("post");

    [Function("KeyedFunction")]
    public IResult Keyed([HttpTrigger("get", Route = "keys/function")] HttpRequest http) => Results.Text("function");

    [Function("KeyedAdmin")]
    public IResult KeyedAdmin([HttpTrigger(AuthorizationLevel.Admin, "get", Route = "keys/master")] HttpRequest http) => Results.Text("admin");

    [Function("Hidden")]
    internal IResult Hidden([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hidden/function")] HttpRequest http) => Results.Text("hidden");
}
