using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>
/// The functions that the setting AzureWebJobs.{name}.Disabled turns off (as an environment variable also AzureWebJobs__{name}__Disabled):
/// they are not routed and do not run by the clock, but the host's own call still runs a timer.
/// </summary>
internal sealed class DisabledFunctions(IConfiguration settings)
{
    public bool Contains(IndexedFunction function) =>
        IsTrue($"AzureWebJobs.{function.Name}.Disabled") || IsTrue($"AzureWebJobs:{function.Name}:Disabled");

    private bool IsTrue(string key) => settings[key] is { } value && (bool.TryParse(value, out var isTrue) ? isTrue : value == "1");
}
