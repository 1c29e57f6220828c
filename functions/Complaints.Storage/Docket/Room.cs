using Complaints.Domain;
using Complaints.Domain.Docket;

namespace Complaints.Storage.Docket;

/// <summary>
/// How full a complaint's head may become, and for whom. People's long texts are refused first, then all that people add, so that the row always has room for
/// the steps the clock takes and an ordinary step finds some for long: a sweep that cannot save would fail for that complaint for ever.
/// </summary>
internal static class Room
{
    private const int ForLongTexts = 512 * 1024;
    private const int ForPeople = 640 * 1024;

    /// <summary>For what is owed to the party or to a court, and may be said often: a consent withdrawn, a legal hold set or lifted.</summary>
    private const int ForWhatIsOwed = 672 * 1024;

    /// <summary>An event that is larger holds a long text: an ordinary one has some 300 bytes.</summary>
    private const int LongText = 2 * 1024;

    public static Refusal? Refuse(int headBytes, int addedBytes, IReadOnlyList<DocketEvent> added) => headBytes <= Most(addedBytes, added)
        ? null
        : new Refusal(
            "record.full",
            $"The record of this complaint is full: nothing as long ({addedBytes} bytes) can be added. Shorten it; steps without long texts are taken as long as there is room.");

    // An erasure comes once and has all the room.
    private static int Most(int addedBytes, IReadOnlyList<DocketEvent> added) =>
        added.Any(each => each.What is Erased) ? int.MaxValue
        : added.All(each => each.What is ConsentWithdrawn or HoldSet or HoldLifted) ? ForWhatIsOwed
        : addedBytes > LongText ? ForLongTexts : ForPeople;
}
