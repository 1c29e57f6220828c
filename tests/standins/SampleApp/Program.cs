using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SampleApp;

var builder = FunctionsApplication.CreateBuilder(args);

builder.UseMiddleware(async (context, next) =>
{
    context.Items["before"] = context.GetHttpContext() is null ? "null" : "HttpContext";
    await next();
});

builder.ConfigureFunctionsWebApplication();

builder.UseMiddleware<OrderMiddleware>();
builder.UseWhen<WhenMiddleware>(context => context.GetHttpContext()?.Request.Path.StartsWithSegments("/middleware/when", StringComparison.Ordinal) == true);
builder.UseWhen(
    context => context.GetHttpContext()?.Request.Path.StartsWithSegments("/middleware/when", StringComparison.Ordinal) == true,
    (context, next) => Order.NoteAsync(context, "when-lambda", next));
builder.UseMiddleware((context, next) => Order.NoteAsync(context, "lambda", next));
builder.UseMiddleware<AnswerMiddleware>();

builder.Services.AddHttpContextAccessor();
builder.Services.AddSingleton<Journal>();
builder.Services.AddSingleton<Gates>();
builder.Services.AddScoped<Marker>();
builder.Services.AddSingleton<IStartupFilter, FlowFilter>();
builder.Services.AddHostedService<SlowStart>();

var host = builder.Build();

if (Environment.GetEnvironmentVariable("SAMPLE_LATE") is { } late)
{
    Late.Try(late, builder);
}

host.Run();
Console.WriteLine("The sample app has ended.");
