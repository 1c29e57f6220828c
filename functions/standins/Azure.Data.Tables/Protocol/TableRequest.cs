using Azure.Core;

namespace Azure.Data.Tables.Protocol;

/// <summary>One request to the service, before it is signed and sent.</summary>
internal readonly record struct TableRequest(RequestMethod Method, string Address)
{
    public const string ReturnNoContent = "return-no-content";

    public string Accept { get; init; } = "application/json;odata=minimalmetadata";

    public string ContentType { get; init; } = "application/json";

    public string Prefer { get; init; } = null;

    /// <summary>The version the stored row must have; the default sends no condition.</summary>
    public ETag IfMatch { get; init; } = default;

    public ReadOnlyMemory<byte> Body { get; init; } = default;

    /// <summary>A status over 399 that the caller takes as an answer; zero if none.</summary>
    public int Tolerated { get; init; } = 0;
}
