using System.Text;

namespace Complaints.Functions.Tests.Rulebooks;

/// <summary>Signs in as App Service Authentication would.</summary>
internal static class Sign
{
    public static (string Name, string Value) As(string role, string person = "p-1") => (
        "X-MS-CLIENT-PRINCIPAL",
        Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{ "claims": [ { "typ": "sub", "val": "{{person}}" }, { "typ": "roles", "val": "{{role}}" } ] }""")));
}
