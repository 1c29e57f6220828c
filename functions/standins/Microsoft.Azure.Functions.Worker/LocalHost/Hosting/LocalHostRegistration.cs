using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>Registers the local host: it plays the part of the Functions host for one program on 127.0.0.1.</summary>
internal static class LocalHostRegistration
{
    /// <summary>Adds server, functions, timers and log providers; the server starts before the program's own hosted services.</summary>
    public static void AddLocalHost(this HostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(_ => LocalSettings.FromEnvironment());
        builder.Services.AddSingleton(_ => FunctionIndex.Of(Assembly.GetEntryAssembly()!));
        builder.Services.AddSingleton<DisabledFunctions>();
        builder.Services.AddSingleton<FunctionRunner>();
        builder.Services.AddSingleton<Keys>();
        builder.Services.AddSingleton(_ => HostFile.Read(AppContext.BaseDirectory));
        builder.Services.AddSingleton<HttpFunctions>();
        builder.Services.AddSingleton<TimerStatusStore>();
        builder.Services.AddSingleton<TimerFunctions>();
        builder.Services.AddRouting();

        builder.AddProviders();
        builder.AddWebServer();
        builder.Services.AddHostedService<ListeningNotice>();
        builder.Services.AddHostedService<TimerHost>();
    }

    private static void AddProviders(this HostApplicationBuilder builder)
    {
        builder.Logging.ClearProviders().AddDebug().AddEventSourceLogger();

        if (LocalSettings.WantsConsole)
        {
            builder.Logging.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "HH:mm:ss.fff'Z' ";
            });
        }
    }

    private static void AddWebServer(this HostApplicationBuilder builder) => new WebHostAdapter(builder).ConfigureWebHost(
        web =>
        {
            web.UseKestrelCore();
            web.ConfigureServices(services => services
                .AddOptions<KestrelServerOptions>()
                .Configure<LocalSettings>((kestrel, settings) => kestrel.Listen(IPAddress.Loopback, settings.Port)));
            web.Configure(Answer);
            // Configure() has put this assembly's name in its place.
            web.UseSetting(WebHostDefaults.ApplicationKey, builder.Environment.ApplicationName);
        },
        options => options.SuppressEnvironmentConfiguration = true);

    private static void Answer(IApplicationBuilder app)
    {
        app.UseRouting();
        app.Use(next => http =>
        {
            // The router's own answer to a wrong method is 405; the Functions host's is 404.
            if (http.GetEndpoint() is { } endpoint and not RouteEndpoint)
            {
                http.SetEndpoint(null);
            }

            return next(http);
        });
        app.UseEndpoints(endpoints =>
        {
            endpoints.DataSources.Add(app.ApplicationServices.GetRequiredService<HttpFunctions>().Endpoints);
            endpoints.DataSources.Add(app.ApplicationServices.GetRequiredService<TimerFunctions>().Endpoints);
        });
    }
}
