using System.Net.Http;
using System.Text;
using System.Text.RegularExpressions;
using Complaints.Functions.Tests.Access;
using Complaints.Functions.Tests.Rulebooks;
using Complaints.TestKit;

namespace Complaints.Functions.Tests.Http;

/// <summary>What every answer carries, whichever door gives it and however it ends; and what none does.</summary>
public sealed class HeaderTests(Tracker tracker, OwnStorage storage) : IClassFixture<OwnStorage>
{
    private static readonly (string Name, string Holds)[] Carried =
    [
        ("Content-Security-Policy", "default-src 'none'"), ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"), ("Permissions-Policy", "camera=()"),
    ];

    private static readonly string[] NeverCarried = ["Server", "X-Powered-By", "X-AspNet-Version", "X-AspNetMvc-Version", "blazor-enhanced-nav"];

    public static TheoryData<string> Doors => [.. ADoor.All.Select(door => $"{door.Method} {door.Name}")];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Answer_OfEveryDoor_CarriesTheHeaders(string name)
    {
        var door = ADoor.All.Single(each => $"{each.Method} {each.Name}" == name);

        foreach (var principal in new[] { null, "not a principal", Sign.As("administrator", "headers").Value, Sign.As("coordinator", "headers").Value })
        {
            using var request = new HttpRequestMessage(new HttpMethod(door.Method), door.Address);
            request.Headers.Add("X-MS-CLIENT-PRINCIPAL", principal);
            request.Content = door.Method is "GET" or "HEAD" ? null : new StringContent("{}", Encoding.UTF8, "application/json");
            using var answer = await tracker.Http.SendAsync(request, Stop);
            AssertCarried(answer, await answer.Content.ReadAsStringAsync(Stop), name);
        }
    }

    [Fact]
    public async Task Answer_ToWhatIsTooLarge_CarriesTheHeaders()
    {
        foreach (var (path, type) in new[] { ("api/complaints", "application/json"), ("complaints/drafts", "application/x-www-form-urlencoded"), ("api/admissibility", "application/json") })
        {
            using var content = new StringContent(new string('a', 2_000_000), Encoding.UTF8, type);
            using var answer = await tracker.Http.PostAsync(path, content, Stop);
            Assert.Equal((path, 413), (path, (int)answer.StatusCode));
            AssertCarried(answer, await answer.Content.ReadAsStringAsync(Stop), path);
        }
    }

    [Fact]
    public async Task Answer_OfAFileOfPages_CarriesTheHeadersAndNoCookie()
    {
        using var start = await tracker.Http.GetAsync("/", Stop);

        foreach (Match link in Regex.Matches(await start.Content.ReadAsStringAsync(Stop), "href=\"/(assets/[^\"]+)\""))
        {
            using var answer = await tracker.Http.GetAsync(link.Groups[1].Value, Stop);
            Assert.Equal(200, (int)answer.StatusCode);
            AssertCarried(answer, "", link.Value);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    // In development as well: whoever tries the tracker out shows its answers to others.
    [Fact]
    public async Task Answer_WhenStorageFails_TellsNothingOfWhere()
    {
        var own = await Tracker.StartAsync(storage.Direct, storage.Through);
        await using var disposed = own;
        storage.Proxy.AtRandom(1, 0, Fault.Unavailable);

        foreach (var path in new[] { "api/elections", "register", "api/complaints/kz21p-00000000-0", "manage/people" })
        {
            using var answer = await own.Http.GetAsync(path, Stop);
            var text = await answer.Content.ReadAsStringAsync(Stop);
            AssertCarried(answer, text, path);
            Assert.True((int)answer.StatusCode is 500 or 404, $"{path}: {(int)answer.StatusCode}");
            Assert.DoesNotMatch(@"Exception|\bat Complaints\.|\bat System\.|\.cs\b|Azure|127\.0\.0\.1:\d", text);
        }

        storage.Proxy.Heal();
        Assert.Contains("trace id", own.Process.Lines.ToString(), StringComparison.Ordinal);
    }

    private static void AssertCarried(HttpResponseMessage answer, string text, string what)
    {
        Assert.All(Carried, each => Assert.True(
            answer.Headers.NonValidated.TryGetValues(each.Name, out var values) && values.ToString().Contains(each.Holds, StringComparison.Ordinal), $"{what}: {each.Name}"));
        Assert.All(NeverCarried, each => Assert.False(answer.Headers.NonValidated.Contains(each), $"{what}: {each}"));
        Assert.True(
            answer.Headers.CacheControl is { NoStore: true } || answer.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/assets/", StringComparison.Ordinal), $"{what}: {answer.Headers.CacheControl}");
        var shown = Regex.Replace(text, "=\"[^\"]*\"", "=");
        Assert.DoesNotMatch("<script|<[^>]*\\son[a-z]+=|javascript:", shown);

        // The policy of pages does not go with a file that is saved, and our style sheet neither.
        Assert.True(answer.Content.Headers.ContentDisposition is not null || !Regex.IsMatch(shown, "<style|<[^>]*\\sstyle="), what);
    }
}
