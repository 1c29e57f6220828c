using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Complaints.Functions.Docket;

/// <summary>The page with a code, its complaint's reference and a receipt. It answers the form itself: an address to look at it again would be one to find it at.</summary>
internal static class CodeAnswer
{
    /// <param name="issued">The code.</param>
    /// <param name="keys">What signs the receipt.</param>
    /// <param name="now">The hour.</param>
    /// <param name="isNew">Whether the complaint has just been recorded.</param>
    public static IResult Of(IssuedCode issued, ReceiptKeys keys, Instant now, bool isNew) => Show.Page<CodePage>(new
    {
        Complaint = issued.Complaint.Value,
        Code = issued.Code.ToString(),
        Receipt = keys.Issue(issued.Complaint.Value, issued.Complaint.LastHash, now),
        IsNew = isNew,
    });
}
