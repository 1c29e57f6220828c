using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.LocalHost;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The HTTP side of a run.</summary>
public static class FunctionContextExtensions
{
    /// <summary>The request and response of an HTTP function; null for every other, and before the web middleware has run.</summary>
    public static HttpContext? GetHttpContext(this FunctionContext context) =>
        context.Items.TryGetValue(HttpProxyMiddleware.HttpContextKey, out var http) ? http as HttpContext : null;
}
