using Complaints.Domain.Rulebooks;
using Complaints.Functions;
using Complaints.Functions.Access;
using Complaints.Functions.Docket.Documents.Copies;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using FluentValidation;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// A copy of a stranger's document is made apart from everything else.
if (args is [CopyProcess.Verb, var type])
{
    return await CopyProcess.RunAsync(type);
}

// No date can be trusted if the time zone data is wrong: refuse to start.
Zones.Check();

FieldRulesValidator.UseFieldNames();

Settings settings;

try
{
    settings = Settings.FromEnvironment();
}
catch (Exception e) when (e is InvalidOperationException or FormatException)
{
    await Console.Error.WriteLineAsync($"The tracker cannot start: {e.Message}");
    return 2;
}

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<TlsMiddleware>();
builder.UseMiddleware<EdgeMiddleware>();
builder.UseMiddleware<OriginMiddleware>();
builder.UseMiddleware<AddressMiddleware>();
builder.UseMiddleware<AccessMiddleware>();

builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.Logging.AddFilter("Azure", LogLevel.Warning);

// It says with every form that it makes our no-store stricter, which is meant.
builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);

// It says of every new key that nothing encrypts it; what writes it down does. What it cannot read it calls an error.
builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

builder.Services.Configure<KestrelServerOptions>(kestrel =>
{
    kestrel.AddServerHeader = false;
    kestrel.Limits.MaxRequestBodySize = settings.LargestBody;
});
builder.Services.AddPages(new Surroundings());

builder.Services.AddSingleton(settings);
builder.Services.AddSingleton<Surroundings>();
builder.Services.AddSingleton<SessionCookie>();
builder.Services.AddSingleton<Callers>();
builder.Services.AddSingleton(of => new Pace(of.GetRequiredService<Surroundings>(), settings.CallsPerMinute, settings.UnknownCallsPerMinute));
builder.Services.AddSingleton(TrackerClock.StartingAt(settings.Now));
builder.Services.AddSingleton<TimeProvider>(services => services.GetRequiredService<TrackerClock>());
builder.Services.AddStorage(settings);
builder.Services.AddHandlers(settings);

foreach (var found in AssemblyScanner.FindValidatorsInAssembly(typeof(Settings).Assembly, includeInternalTypes: true))
{
    builder.Services.AddSingleton(found.ValidatorType);
}

var tracker = builder.Build();

// Read now, so that a missing style sheet is said at start-up and not with the first page.
tracker.Services.GetRequiredService<PageFiles>();
await tracker.RunAsync();
return 0;
