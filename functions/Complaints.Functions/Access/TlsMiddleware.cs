using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Complaints.Functions.Access;

/// <summary>
/// Takes every call outside development as one over TLS, which ends before the tracker: cookies are then always kept to TLS, whatever the front says. Only on a
/// laptop is a call what it looks like.
/// </summary>
internal sealed class TlsMiddleware(Surroundings surroundings) : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (!surroundings.IsDevelopment && context.GetHttpContext() is { } http)
        {
            http.Request.Scheme = "https";
        }

        return next(context);
    }
}
