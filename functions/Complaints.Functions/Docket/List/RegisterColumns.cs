using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;

namespace Complaints.Functions.Docket.List;

/// <summary>What a row of the register shows of an entry.</summary>
internal static class RegisterColumns
{
    /// <summary>The proceeding that tells where the complaint stands, as the complaint itself would choose it; null before filing.</summary>
    public static RegisterProceeding? CurrentOf(RegisterEntry entry) =>
        entry.Proceedings.LastOrDefault(each => each.Stage is Stage.Lodged or Stage.Registered or Stage.Returned or Stage.Admitted or Stage.Suspended or Stage.Unanswered)
        ?? entry.Proceedings.LastOrDefault();
}
