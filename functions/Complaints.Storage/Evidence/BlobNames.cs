using System.Globalization;
using System.Security.Cryptography;
using NodaTime;
using NodaTime.Text;

namespace Complaints.Storage.Evidence;

/// <summary>
/// The names of blobs: <c>incoming/{complaint}/{when}-{random}</c> until an event names the document, then <c>{election}/{complaint}/{number}</c>; and
/// <c>_unscanned/{complaint}/{upload}</c> for one that waits for the virus scanner. What begins with '_' is no election.
/// </summary>
internal static class BlobNames
{
    public const string Incoming = "incoming";
    public const string Unscanned = "_unscanned";

    private static readonly InstantPattern When = InstantPattern.CreateWithInvariantCulture("uuuuMMdd't'HHmmss'z'");

    public static string AllIncomingOf(string complaintId) => $"{Incoming}/{KeyPart.Check(complaintId)}/";

    public static string NewIncoming(string complaintId, Instant now) =>
        $"{AllIncomingOf(complaintId)}{When.Format(now)}-{RandomNumberGenerator.GetHexString(32, lowercase: true)}";

    public static string AllPlacedOf(string electionId, string complaintId)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(electionId, Incoming);
        return $"{KeyPart.Check(electionId)}/{KeyPart.Check(complaintId)}/";
    }

    /// <summary>When an incoming blob was begun: what was never finished has no date of its own. Null if its name does not say.</summary>
    public static Instant? BegunAt(string incoming) =>
        When.Parse(incoming.Split('/')[^1].Split('-')[0]) is { Success: true, Value: var begun } ? begun : null;

    /// <summary>The complaint in the name of an incoming or unscanned blob.</summary>
    public static string ComplaintOf(string name) => name.Split('/')[1];

    public static string AllUnscannedOf(string complaintId) => $"{Unscanned}/{KeyPart.Check(complaintId)}/";

    public static string UnscannedOf(string complaintId, string upload) => AllUnscannedOf(complaintId) + KeyPart.Check(upload);

    public static string Placed(string electionId, string complaintId, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        return string.Create(CultureInfo.InvariantCulture, $"{AllPlacedOf(electionId, complaintId)}{number}");
    }
}
