using Complaints.Domain.Docket;
using Complaints.Domain.Rulebooks;

namespace Complaints.Functions.Docket;

/// <summary>What people call a proceeding, and what was said of consent.</summary>
internal static class Kinds
{
    public static string OfConsent(bool? given) => given switch
    {
        true => "given",
        false => "withdrawn",
        null => "unknown",
    };

    public static string Of(Proceeding each) => each.Forum.Instance switch
    {
        Instance.Cassation => "cassation",
        Instance.ConstitutionalCouncil => "petition",
        _ => each.Matter switch
        {
            Matter.Application => "application",
            Matter.Appeal => "appeal",
            Matter.Inaction => "inaction",
            _ => "complaint",
        },
    };
}
