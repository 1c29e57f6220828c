using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Docket;

/// <summary>The page with a code, its complaint's reference and a receipt. It answers the form itself: an address to look at it again would be one to find it at.</summary>
internal static class CodeAnswer
{
    /// <param name="issued">The code, with the receipt.</param>
    /// <param name="isNew">Whether the complaint has just been recorded.</param>
    public static IResult Of(IssuedCode issued, bool isNew) => Show.Page<CodePage>(new
    {
        Complaint = issued.Complaint,
        Code = issued.Code.ToString(),
        Receipt = issued.Receipt,
        IsNew = isNew,
    });
}
