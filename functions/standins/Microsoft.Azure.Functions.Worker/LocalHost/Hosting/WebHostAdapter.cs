using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>Lets ASP.NET Core's web host set itself up on a <see cref="HostApplicationBuilder"/>, at once and in the order of the calls.</summary>
internal sealed class WebHostAdapter(HostApplicationBuilder builder) : IHostBuilder
{
    private readonly HostBuilderContext _context = new(((IHostApplicationBuilder)builder).Properties)
    {
        Configuration = builder.Configuration,
        HostingEnvironment = builder.Environment,
    };

    public IDictionary<object, object> Properties => _context.Properties;

    public IHostBuilder ConfigureHostConfiguration(Action<IConfigurationBuilder> configureDelegate)
    {
        configureDelegate(builder.Configuration);
        return this;
    }

    public IHostBuilder ConfigureAppConfiguration(Action<HostBuilderContext, IConfigurationBuilder> configureDelegate)
    {
        configureDelegate(_context, builder.Configuration);
        return this;
    }

    public IHostBuilder ConfigureServices(Action<HostBuilderContext, IServiceCollection> configureDelegate)
    {
        configureDelegate(_context, builder.Services);
        return this;
    }

    public IHostBuilder ConfigureContainer<TContainerBuilder>(Action<HostBuilderContext, TContainerBuilder> configureDelegate) =>
        throw new NotSupportedException("The container is chosen on the builder itself.");

    public IHostBuilder UseServiceProviderFactory<TContainerBuilder>(IServiceProviderFactory<TContainerBuilder> factory)
        where TContainerBuilder : notnull =>
        throw new NotSupportedException("The container is chosen on the builder itself.");

    public IHostBuilder UseServiceProviderFactory<TContainerBuilder>(
        Func<HostBuilderContext, IServiceProviderFactory<TContainerBuilder>> factory)
        where TContainerBuilder : notnull =>
        throw new NotSupportedException("The container is chosen on the builder itself.");

    public IHost Build() => throw new NotSupportedException("The host is built by the builder itself.");
}
