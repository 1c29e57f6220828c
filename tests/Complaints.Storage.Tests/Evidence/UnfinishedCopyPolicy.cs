using System.Diagnostics.CodeAnalysis;
using System.IO;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Complaints.Storage.Tests.Evidence;

/// <summary>Lets the first download and the first look at a blob say that it is the target of a copy that has not succeeded; counts its deletions.</summary>
internal sealed class UnfinishedCopyPolicy(string blob, string status) : HttpPipelinePolicy
{
    private readonly HashSet<RequestMethod> told = [];

    public int Deletions { get; private set; }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        ProcessNext(message, pipeline);
        Tell(message);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        Tell(message);
    }

    private void Tell(HttpMessage message)
    {
        if (!message.Request.Uri.ToUri().AbsolutePath.EndsWith(blob, StringComparison.Ordinal))
        {
            return;
        }

        Deletions += message.Request.Method == RequestMethod.Delete ? 1 : 0;

        if ((message.Request.Method == RequestMethod.Get || message.Request.Method == RequestMethod.Head) && told.Add(message.Request.Method))
        {
            message.Response = new Retold(message.Response, status);
        }
    }

    private sealed class Retold(Response inner, string status) : Response
    {
        private const string Header = "x-ms-copy-status";

        public override int Status => inner.Status;

        public override string ReasonPhrase => inner.ReasonPhrase;

        public override Stream? ContentStream
        {
            get => inner.ContentStream;
            set => inner.ContentStream = value;
        }

        public override string ClientRequestId
        {
            get => inner.ClientRequestId;
            set => inner.ClientRequestId = value;
        }

        public override void Dispose() => inner.Dispose();

        protected override bool ContainsHeader(string name) => inner.Headers.Contains(name);

        protected override IEnumerable<HttpHeader> EnumerateHeaders() =>
            inner.Headers.Select(header => header.Name == Header ? new HttpHeader(Header, status) : header);

        protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
        {
            value = name == Header ? status : null;
            return value is not null || inner.Headers.TryGetValue(name, out value);
        }

        protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values) =>
            inner.Headers.TryGetValues(name, out values);
    }
}
