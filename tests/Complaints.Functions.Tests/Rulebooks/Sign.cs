using System.Text;

namespace Complaints.Functions.Tests.Rulebooks;

/// <summary>Signs in as App Service Authentication would.</summary>
internal static class Sign
{
    public static (string Name, string Value) As(string role) => (
        "X-MS-CLIENT-PRINCIPAL",
        Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{ "claims": [ { "typ": "sub", "val": "p-1" }, { "typ": "roles", "val": "{{role}}" } ] }""")));
}
