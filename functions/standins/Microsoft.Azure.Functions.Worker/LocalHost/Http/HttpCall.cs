using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>A request that waits for its function, which runs in an async flow of its own.</summary>
internal sealed class HttpCall(HttpContext http)
{
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public HttpContext Http => http;

    /// <summary>Ends when the answer is complete; faults when it has to be cut off.</summary>
    public Task Answered => _answered.Task;

    /// <summary>The response stands as it is.</summary>
    public void Complete() => _answered.TrySetResult();

    /// <summary>The run failed: 500 without a body, or a cut-off one where the response has begun. Nothing if it is already answered.</summary>
    public void Fail()
    {
        if (Answered.IsCompleted)
        {
            return;
        }

        if (http.Response.HasStarted)
        {
            _answered.TrySetException(new InvalidOperationException("The function failed when its answer had begun: the rest is cut off."));
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        Complete();
    }
}
