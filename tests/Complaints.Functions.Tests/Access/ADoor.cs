using System.Net.Http;
using System.Reflection;
using System.Text.RegularExpressions;
using Complaints.TestKit;

namespace Complaints.Functions.Tests.Access;

/// <summary>An HTTP function as the built program declares it: how it is called, and who may.</summary>
internal sealed partial record ADoor(string Name, string Method, string Route, int Allowed)
{
    private static readonly Assembly Program = Assembly.LoadFrom(TrackerProcess.Program);

    /// <summary>Every HTTP function, once for each of its methods.</summary>
    public static IReadOnlyList<ADoor> All { get; } = [.. Program.GetTypes().SelectMany(type => type.GetMethods()).SelectMany(DoorsOf)];

    /// <summary>An address that its route matches. Nothing lies there.</summary>
    public string Address => Parameter().Replace(Route, parameter => Sample(parameter.Groups["constraint"].Value));

    /// <summary>Whether anybody may call, known or not: also where only a complaint's receipt code opens anything.</summary>
    public bool IsOpen => (Allowed & ~Of("complainant")) == 0;

    /// <summary>Whether a caller with this role may call.</summary>
    public bool IsFor(string role) => IsOpen || (Allowed & Of(role)) != 0;

    /// <summary>Calls it in somebody's name, with a body that no door takes.</summary>
    public async Task<int> CallAsync(HttpClient http, string principal)
    {
        using var request = new HttpRequestMessage(new HttpMethod(Method), Address);
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", principal);
        request.Content = Method is "GET" or "HEAD" ? null : new StringContent("nothing", mediaType: null);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }

    private static int Of(string role) => (int)Enum.Parse(Program.GetType("Complaints.Functions.Access.Roles")!, role, ignoreCase: true);

    private static IEnumerable<ADoor> DoorsOf(MethodInfo method) =>
        from function in method.GetCustomAttributesData()
        where function.AttributeType.Name == "FunctionAttribute"
        from trigger in method.GetParameters().SelectMany(parameter => parameter.GetCustomAttributesData())
        where trigger.AttributeType.Name == "HttpTriggerAttribute"
        let allow = method.GetCustomAttributesData().Single(attribute => attribute.AttributeType.Name == "AllowAttribute")
        from verb in (IEnumerable<CustomAttributeTypedArgument>)trigger.ConstructorArguments[1].Value!
        select new ADoor(
            (string)function.ConstructorArguments[0].Value!,
            ((string)verb.Value!).ToUpperInvariant(),
            (string)trigger.NamedArguments.Single(argument => argument.MemberName == "Route").TypedValue.Value!,
            (int)allow.ConstructorArguments[0].Value!);

    private static string Sample(string constraint) => constraint switch
    {
        "" => "x",
        "int" => "1",
        "length(0)" => "",
        _ => FirstChoice().Match(constraint) is { Success: true } choice ? choice.Groups[1].Value : "x",
    };

    // {name}, {*name}, {name?}, {name:constraint(with (nested) brackets)?}
    [GeneratedRegex(@"\{\*{0,2}\w+(?::(?<constraint>[^{}]+?))?\??\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^regex\(\^\(?(\w+)")]
    private static partial Regex FirstChoice();
}
