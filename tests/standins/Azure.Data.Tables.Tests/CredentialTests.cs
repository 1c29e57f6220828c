using System.Net.Http;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Complaints.TestKit;

namespace Complaints.StandIns.Tables.Tests;

public sealed class CredentialTests(TestStorage storage) : WithTable(storage)
{
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private Uri Endpoint => new(Storage.ConnectionString.Split(';').Single(part => part.StartsWith("TableEndpoint=", StringComparison.Ordinal))[14..]);

    [Fact]
    public async Task SharedKey_Right_OpensTheAccount()
    {
        var service = new TableServiceClient(Endpoint, new TableSharedKeyCredential(Account, Key));

        Assert.False((await service.GetTableClient(Table.Name).GetEntityIfExistsAsync<TableEntity>("p", "r", cancellationToken: Stop)).HasValue);
    }

    [Fact]
    public async Task SharedKey_Wrong_Is403()
    {
        var wrong = new TableSharedKeyCredential(Account, Convert.ToBase64String(new byte[64]));
        var table = new TableServiceClient(Endpoint, wrong).GetTableClient(Table.Name);

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r"), Stop));

        Assert.Equal(403, refusal.Status);
    }

    [Fact]
    public async Task SetAccountKey_NewKey_SignsTheNextRequest()
    {
        var credential = new TableSharedKeyCredential(Account, Convert.ToBase64String(new byte[64]));
        var table = new TableServiceClient(Endpoint, credential).GetTableClient(Table.Name);

        credential.SetAccountKey(Key);

        Assert.Equal(204, (await table.AddEntityAsync(new TableEntity("p", "r"), Stop)).Status);
    }

    [Fact]
    public async Task SharedKey_EveryRequest_IsSignedLiteInTheAccountsName()
    {
        await using var proxy = await FaultyProxy.StartAsync(Endpoint, cancellationToken: Stop);
        var table = new TableClient(proxy.Through(Storage.ConnectionString), Table.Name);

        await table.AddEntityAsync(new TableEntity("p", "r"), Stop);

        Assert.StartsWith($"SharedKeyLite {Account}:", Assert.Single(proxy.Seen).Authorization, StringComparison.Ordinal);
    }

    [Fact]
    public void ConnectionString_DevelopmentStorage_IsTheEmulator()
    {
        var table = new TableClient("UseDevelopmentStorage=true", "somewhere");

        Assert.Equal(new Uri("http://127.0.0.1:10002/devstoreaccount1/somewhere"), table.Uri);
        Assert.Equal(Account, table.AccountName);
    }

    [Fact]
    public void ConnectionString_OfAnAccount_GivesItsAddress()
    {
        var table = new TableClient(
            $"DefaultEndpointsProtocol=https;AccountName=observers;AccountKey={Key};EndpointSuffix=core.windows.net", "docket");

        Assert.Equal(new Uri("https://observers.table.core.windows.net/docket"), table.Uri);
        Assert.Equal("observers", table.AccountName);
    }

    [Theory]
    [InlineData("AccountName=observers", typeof(ArgumentException))]
    [InlineData("nonsense", typeof(InvalidOperationException))]
    public void ConnectionString_Incomplete_IsRefused(string connectionString, Type refusal) =>
        Assert.Throws(refusal, () => new TableServiceClient(connectionString));

    [Fact]
    public async Task Token_OverHttp_IsNeverSent()
    {
        await using var proxy = await FaultyProxy.StartAsync(Endpoint, cancellationToken: Stop);
        var table = new TableServiceClient(new Uri(proxy.Address, Account), new FixedToken()).GetTableClient(Table.Name);

        await Assert.ThrowsAsync<InvalidOperationException>(() => table.AddEntityAsync(new TableEntity("p", "r"), Stop));

        Assert.Empty(proxy.Seen);
    }

    [Fact]
    public async Task Token_OverHttps_ArrivesAsBearerForTheStorageScope()
    {
        using var certificate = SelfSigned();
        await using var proxy = await FaultyProxy.StartAsync(Endpoint, certificate, Stop);
        proxy.Next(Fault.Unavailable);
        using var http = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = { RemoteCertificateValidationCallback = (_, given, _, _) => given!.GetCertHashString() == certificate.GetCertHashString() },
        });
        var token = new FixedToken();
        var options = new TableClientOptions { Transport = new HttpClientTransport(http), Retry = { MaxRetries = 0 } };
        var table = new TableServiceClient(new Uri(proxy.Address, Account), token, options).GetTableClient(Table.Name);

        var answer = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r"), Stop));

        Assert.Equal(503, answer.Status);
        Assert.Equal("Bearer a-token", Assert.Single(proxy.Seen).Authorization);
        Assert.Equal(["https://storage.azure.com/.default"], token.Scopes);
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }

    private sealed class FixedToken : TokenCredential
    {
        public string[] Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return new("a-token", TimeProvider.System.GetUtcNow().AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
