using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace SampleApp;

/// <summary>A filter around the request: what it puts into the async flow stays there, what it puts into the request arrives.</summary>
internal sealed class FlowFilter : IStartupFilter
{
    public static AsyncLocal<string?> Value { get; } = new();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (http, rest) =>
        {
            Value.Value = "from the filter";
            http.Request.Headers["x-filter"] = "seen";
            await rest(http);
        });
        next(app);
    };
}
