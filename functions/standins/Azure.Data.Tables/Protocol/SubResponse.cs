using System.Diagnostics.CodeAnalysis;
using System.IO;
using Azure.Core;

namespace Azure.Data.Tables.Protocol;

/// <summary>The answer to one change of a transaction, cut out of the answer to the whole.</summary>
internal sealed class SubResponse(int status, string reason, List<HttpHeader> headers, BinaryData body) : Response
{
    public override int Status => status;

    public override string ReasonPhrase => reason;

    public override Stream ContentStream { get; set; } = body.ToStream();

    public override BinaryData Content => body;

    public override string ClientRequestId { get; set; } = string.Empty;

    public override bool IsError => status >= 400;

    public override void Dispose()
    {
        // Its bytes belong to the answer to the whole.
    }

    protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers;

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string value)
    {
        value = headers.Find(header => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase)).Value;
        return value is not null;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string> values)
    {
        values = TryGetHeader(name, out var value) ? [value] : null;
        return values is not null;
    }
}
