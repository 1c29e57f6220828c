using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>Retries, transport and diagnostics of a client, and the version of the service it speaks to.</summary>
public class TableClientOptions : ClientOptions
{
    /// <summary>The usual options for the given version of the service.</summary>
    /// <exception cref="ArgumentException">The version is not one of those listed.</exception>
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06)
    {
        VersionString = serviceVersion switch
        {
            ServiceVersion.V2019_02_02 => "2019-02-02",
            ServiceVersion.V2020_12_06 => "2020-12-06",
            _ => throw new ArgumentException("There is no such version of the service.", nameof(serviceVersion)),
        };
    }

    /// <summary>The versions of the service a client can speak.</summary>
    public enum ServiceVersion
    {
        /// <summary>2019-02-02.</summary>
        V2019_02_02 = 1,

        /// <summary>2020-12-06.</summary>
        V2020_12_06 = 2,
    }

    internal string VersionString { get; }
}
