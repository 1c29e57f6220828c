using Complaints.Functions.Access;
using Complaints.Storage.Docket;

namespace Complaints.Functions.Docket;

/// <summary>What somebody asks of a complaint, at whichever door.</summary>
/// <param name="Request">What is asked, filled in as it should be.</param>
/// <param name="Caller">Who asks.</param>
/// <param name="Version">The version they read; null if they do not say.</param>
/// <param name="Repeatable">What makes asking twice the same as asking once; null if nothing does.</param>
internal sealed record Asked<TRequest>(TRequest Request, Caller Caller, int? Version, RepeatableRequest? Repeatable);
