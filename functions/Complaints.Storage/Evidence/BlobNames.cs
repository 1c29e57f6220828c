using System.Globalization;
using System.Security.Cryptography;

namespace Complaints.Storage.Evidence;

/// <summary>
/// The names of blobs: <c>incoming/{complaint}/{random}</c> until an event names the document, then <c>{election}/{complaint}/{number}</c>.
/// </summary>
internal static class BlobNames
{
    public const string Incoming = "incoming";

    public static string AllIncomingOf(string complaintId) => $"{Incoming}/{KeyPart.Check(complaintId)}/";

    public static string NewIncoming(string complaintId) => AllIncomingOf(complaintId) + RandomNumberGenerator.GetHexString(32, lowercase: true);

    public static string AllPlacedOf(string electionId, string complaintId)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(electionId, Incoming);
        return $"{KeyPart.Check(electionId)}/{KeyPart.Check(complaintId)}/";
    }

    /// <summary>The complaint in an incoming blob's name.</summary>
    public static string ComplaintOf(string incoming) => incoming.Split('/')[1];

    public static string Placed(string electionId, string complaintId, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        return string.Create(CultureInfo.InvariantCulture, $"{AllPlacedOf(electionId, complaintId)}{number}");
    }
}
