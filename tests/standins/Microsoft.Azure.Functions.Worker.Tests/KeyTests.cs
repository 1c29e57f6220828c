using System.Net;
using System.Net.Http;
using System.Net.Http.Json;

namespace WorkerContract;

/// <summary>Which key opens what, outside development.</summary>
public sealed class KeyTests(SampleHost host)
{
    [Theory]
    [InlineData("keys/function", null, HttpStatusCode.Unauthorized)] // no level named: Function
    [InlineData("keys/function", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("keys/function", SampleHost.HostKey, HttpStatusCode.OK)]
    [InlineData("keys/function", SampleHost.MasterKey, HttpStatusCode.OK)]
    [InlineData("keys/master", null, HttpStatusCode.Unauthorized)]
    [InlineData("keys/master", SampleHost.HostKey, HttpStatusCode.Unauthorized)]
    [InlineData("keys/master", SampleHost.MasterKey, HttpStatusCode.OK)]
    [InlineData("results/ok", "wrong", HttpStatusCode.OK)]
    public async Task Get_Key_OpensItsLevel(string path, string? key, HttpStatusCode expected)
    {
        using var inHeader = new HttpRequestMessage(HttpMethod.Get, path);
        inHeader.Headers.Add("x-functions-key", key is null ? [] : [key]);
        using var byHeader = await host.Client.SendAsync(inHeader, TestContext.Current.CancellationToken);
        using var byQuery = await host.GetAsync(key is null ? path : $"{path}?code={key}");

        Assert.Equal(expected, byHeader.StatusCode);
        Assert.Equal(expected, byQuery.StatusCode);
    }

    [Theory]
    [InlineData("DOTNET_ENVIRONMENT", "Development")]
    [InlineData("AZURE_FUNCTIONS_ENVIRONMENT", "Development")]
    public async Task Get_InDevelopment_NeedsNoKey(string name, string value)
    {
        await using var process = await SampleHost.StartOwnAsync((name, value));
        using var client = SampleHost.ClientOf(process);
        using var function = await client.GetAsync("keys/function", TestContext.Current.CancellationToken);
        using var admin = await client.PostAsJsonAsync("admin/functions/Hourly", new { }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, function.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, admin.StatusCode);
    }

    [Fact]
    public async Task Get_NamesOfTheEnvironmentDisagree_NeedsTheKey()
    {
        await using var process = await SampleHost.StartOwnAsync(("DOTNET_ENVIRONMENT", "Development"), ("AZURE_FUNCTIONS_ENVIRONMENT", "Production"));
        using var client = SampleHost.ClientOf(process);
        using var answer = await client.GetAsync("keys/function", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}
