using System.Net;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Access;

/// <summary>Where the tracker runs, from environment variables alone.</summary>
internal sealed class Surroundings
{
    /// <summary>Development by both names the platform uses: then the clock can be set and a caller is who the header says.</summary>
    public bool IsDevelopment { get; } = Names("DOTNET_ENVIRONMENT") && Names("AZURE_FUNCTIONS_ENVIRONMENT");

    /// <summary>Whether App Service Authentication stands before the tracker, so that its header can be believed.</summary>
    public bool IsAuthenticated { get; } = Environment.GetEnvironmentVariable("WEBSITE_AUTH_ENABLED") is { } enabled
        && enabled.Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name of the provider under which App Service Authentication signs people in; aad is Microsoft Entra.</summary>
    public string SignInProvider { get; } = Environment.GetEnvironmentVariable("COMPLAINTS_SIGN_IN") is { Length: > 0 } named ? named : "aad";

    /// <summary>The one claim of a sign-in that says who somebody is; null for the usual ones.</summary>
    public string? PersonClaim { get; } = Environment.GetEnvironmentVariable("COMPLAINTS_PERSON_CLAIM") is { Length: > 0 } named ? named : null;

    /// <summary>Whether this call comes from the machine itself in development: there are personas to be, and a caller without a name.</summary>
    public bool IsLaptop(HttpContext http) => IsDevelopment && http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);

    /// <summary>Whether the platform stands before the tracker and appends to <c>X-Forwarded-For</c> who called it. Never in development.</summary>
    public bool IsBehindPlatform => !IsDevelopment && (IsAuthenticated || Environment.GetEnvironmentVariable("WEBSITE_INSTANCE_ID") is { Length: > 0 });

    /// <summary>Whether configuration makes somebody an administrator: the first, who names what others are.</summary>
    public bool IsAdministrator(string pseudonym) => Administrators.Contains(pseudonym);

    // The names as the principal header gives them, with commas between.
    private HashSet<string> Administrators { get; } =
    [
        .. (Environment.GetEnvironmentVariable("COMPLAINTS_ADMINISTRATORS") ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Caller.PseudonymOf),
    ];

    private static bool Names(string variable) => Environment.GetEnvironmentVariable(variable) == "Development";
}
