using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Protocol;

/// <summary>Sends requests to the tables of one account, signed, tried again as Azure.Core does, and buffered.</summary>
internal sealed class TablePipeline
{
    private static readonly ResponseClassifier NotFoundIsFine = new StatusCodeClassifier([200, 204, 404]);
    private static readonly ResponseClassifier ConflictIsFine = new StatusCodeClassifier([201, 204, 409]);

    private readonly HttpPipeline _pipeline;
    private readonly string _version;

    public TablePipeline(Uri endpoint, HttpPipelinePolicy authentication, TableClientOptions options)
    {
        options ??= new();
        _version = options.VersionString;
        Endpoint = endpoint;
        Account = TableAddress.OfAccount(endpoint);
        _pipeline = HttpPipelineBuilder.Build(new HttpPipelineOptions(options)
        {
            PerRetryPolicies = { authentication },
            RequestFailedDetailsParser = ODataErrorParser.Shared,
        });
    }

    public Uri Endpoint { get; }

    public string Account { get; }

    /// <summary>The account's name: the first part of the host, or of the path where the host is a bare address.</summary>
    public string AccountName => Endpoint.HostNameType == UriHostNameType.Dns && Endpoint.Host.Contains('.', StringComparison.Ordinal)
        ? Endpoint.Host.Split('.')[0]
        : Endpoint.AbsolutePath.Trim('/').Split('/')[0];

    /// <summary>Sends one request; an answer that is neither a success nor tolerated is thrown.</summary>
    /// <exception cref="RequestFailedException">The service refused, or could not be reached however often it was tried.</exception>
    public async Task<Response> SendAsync(TableRequest request, CancellationToken cancellationToken)
    {
        using var message = _pipeline.CreateMessage();
        Fill(message.Request, request);

        message.ResponseClassifier = request.Tolerated switch
        {
            404 => NotFoundIsFine,
            409 => ConflictIsFine,
            _ => message.ResponseClassifier,
        };

        await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);

        return message.Response.IsError
            ? throw new RequestFailedException(message.Response, null, ODataErrorParser.Shared)
            : message.Response;
    }

    private void Fill(Request to, TableRequest request)
    {
        to.Method = request.Method;
        to.Uri.Reset(new Uri(request.Address));
        to.Headers.Add("x-ms-version", _version);
        to.Headers.Add("DataServiceVersion", "3.0");
        to.Headers.Add("Accept", request.Accept);

        if (request.Prefer is not null)
        {
            to.Headers.Add("Prefer", request.Prefer);
        }

        if (request.IfMatch != default)
        {
            to.Headers.Add("If-Match", request.IfMatch.ToString());
        }

        if (!request.Body.IsEmpty)
        {
            to.Headers.Add("Content-Type", request.ContentType);
            to.Content = RequestContent.Create(request.Body);
        }
    }
}
