using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FaultyApp;

/// <summary>Functions that no host can run, each named after its fault.</summary>
public sealed class FaultyFunctions
{
    [Function("EmptyRoute")]
    public void EmptyRoute([HttpTrigger(AuthorizationLevel.Anonymous, Route = "")] HttpRequest http) => Nothing(http);

    [Function("LeadingSlash")]
    public void LeadingSlash([HttpTrigger(AuthorizationLevel.Anonymous, Route = "/slash")] HttpRequest http) => Nothing(http);

    [Function("UnknownConstraint")]
    public void UnknownConstraint([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{ignored:maybe?}")] HttpRequest http) => Nothing(http);

    [Function("BrokenTemplate")]
    public void BrokenTemplate([HttpTrigger(AuthorizationLevel.Anonymous, Route = "a/{b")] HttpRequest http) => Nothing(http);

    [Function("AdminRoute")]
    public void AdminRoute([HttpTrigger(AuthorizationLevel.Anonymous, Route = "administration/people")] HttpRequest http) => Nothing(http);

    [Function("RuntimeRoute")]
    public void RuntimeRoute([HttpTrigger(AuthorizationLevel.Anonymous, Route = "Runtime")] HttpRequest http) => Nothing(http);

    [Function("BadSchedule")]
    public void BadSchedule([TimerTrigger("every now and then")] TimerInfo timer) => Nothing(timer);

    [Function("UnnamedSchedule")]
    public void UnnamedSchedule([TimerTrigger("%NOBODY_SET_THIS%")] TimerInfo timer) => Nothing(timer);

    [Function("NoTrigger")]
    public void NoTrigger(HttpRequest http) => Nothing(http);

    [Function("AsyncVoid")]
    public async void AsyncVoid([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest http) => await Task.Yield();

    [Function("Twin")]
    public void Twin([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest http) => Nothing(http);

    [Function("twin")]
    public void OtherTwin([HttpTrigger(AuthorizationLevel.Anonymous, Route = "twin/other")] HttpRequest http) => Nothing(http);

    [Function("9 lives")]
    public void BadName([HttpTrigger(AuthorizationLevel.Anonymous, Route = "nine")] HttpRequest http) => Nothing(http);

    private static void Nothing(object _)
    {
    }

    public sealed class Inner
    {
        [Function("Nested")]
        public void Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest http) => Nothing(http);
    }
}

/// <summary>A function that its children would inherit.</summary>
public abstract class Parent
{
    [Function("Inherited")]
    public void Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest http) => ArgumentNullException.ThrowIfNull(http);
}

/// <summary>Inherits it.</summary>
public sealed class Child : Parent;
