using System.Globalization;
using Complaints.Domain.Docket;
using Complaints.Domain.Rulebooks;
using Complaints.Functions.Pages;

namespace Complaints.Functions.Docket;

/// <summary>What people call a proceeding, an event, and what was said of consent.</summary>
internal static class Kinds
{
    public static string OfConsent(bool? given) => given switch
    {
        true => "given",
        false => "withdrawn",
        null => "unknown",
    };

    /// <summary>What an event is called: by its step, else by what happened.</summary>
    public static string NameOf(this Words words, Happening what) => words.Find("ProceduralStep", what.Kind) ?? words.Of("Happening", what.Kind);

    /// <summary>About how large a file is: in kB (1,000 bytes), from 10 MB (1,000,000) on in MB.</summary>
    public static string SizeOf(this Words words, long bytes)
    {
        var (key, unit) = bytes < 10_000_000 ? ("size.kb", 1_000) : ("size.mb", 1_000_000);
        return words[key, Math.Max(1, (bytes + (unit / 2)) / unit).ToString("N0", CultureInfo.InvariantCulture).Replace(',', '\u00a0')];
    }

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
