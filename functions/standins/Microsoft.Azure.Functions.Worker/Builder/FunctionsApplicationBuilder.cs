using Microsoft.Azure.Functions.Worker.LocalHost;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Gathers configuration, services and middleware of a functions program; builds its host once.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly HostApplicationBuilder _host;
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _middleware = [];
    private bool _built;

    internal FunctionsApplicationBuilder(string[]? args)
    {
        _host = new HostApplicationBuilder(new HostApplicationBuilderSettings
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = LocalSettings.EnvironmentName,
        });
        _host.AddLocalHost();
    }

    /// <summary>Values shared by those who set the program up.</summary>
    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_host).Properties;

    /// <summary>appsettings files beside the program, environment variables, arguments.</summary>
    public ConfigurationManager Configuration => _host.Configuration;

    /// <summary>The environment's name and the program's folder.</summary>
    public IHostEnvironment Environment => _host.Environment;

    /// <summary>Log providers and levels.</summary>
    public ILoggingBuilder Logging => _host.Logging;

    /// <summary>Metrics listeners.</summary>
    public IMetricsBuilder Metrics => _host.Metrics;

    /// <summary>The services of the program.</summary>
    public IServiceCollection Services => _host.Services;

    IConfigurationManager IHostApplicationBuilder.Configuration => _host.Configuration;

    /// <summary>The host, ready to run; a second call throws <see cref="InvalidOperationException"/>.</summary>
    public IHost Build()
    {
        RefuseOnceBuilt();
        _built = true;

        Services.AddSingleton(new InvocationPipeline(_middleware));
        return new RunnableHost(_host.Build());
    }

    /// <summary>Replaces the container of services.</summary>
    public void ConfigureContainer<TContainerBuilder>(IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull =>
        _host.ConfigureContainer(factory, configure);

    /// <summary>Adds a middleware inside those added before; throws <see cref="InvalidOperationException"/> once the host is built.</summary>
    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        RefuseOnceBuilt();
        _middleware.Add(middleware);
        return this;
    }

    private void RefuseOnceBuilt()
    {
        if (_built)
        {
            throw new InvalidOperationException("The host has been built: middleware can no longer be added, nor a second host built.");
        }
    }
}
