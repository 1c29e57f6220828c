using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The function answers HTTP requests to a route.</summary>
public sealed class HttpTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>Answers every method, with a function key.</summary>
    public HttpTriggerAttribute()
    {
    }

    /// <summary>Answers these methods, with a function key.</summary>
    public HttpTriggerAttribute(params string[] methods) => Methods = methods;

    /// <summary>Answers every method, with what the level asks for.</summary>
    public HttpTriggerAttribute(AuthorizationLevel authLevel) => AuthLevel = authLevel;

    /// <summary>Answers these methods, with what the level asks for.</summary>
    public HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods)
    {
        AuthLevel = authLevel;
        Methods = methods;
    }

    /// <summary>The route template below the route prefix; null means the function's name.</summary>
    public string? Route { get; set; }

    /// <summary>The HTTP methods answered; null or empty means all.</summary>
    public string[]? Methods { get; private set; }

    /// <summary>The key a caller must show; <see cref="AuthorizationLevel.Function"/> unless said otherwise.</summary>
    public AuthorizationLevel AuthLevel { get; private set; } = AuthorizationLevel.Function;
}
