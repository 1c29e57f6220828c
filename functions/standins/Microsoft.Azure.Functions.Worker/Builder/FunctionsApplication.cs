namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where a functions program begins.</summary>
public class FunctionsApplication
{
    /// <summary>A builder with the usual configuration and logging; the arguments are read as configuration.</summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
