using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Storage.Codes;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Docket.Follow;

/// <summary>
/// Finds the complaint of somebody who holds its code. Whether there is no such complaint, none with a code, or another code: the same is asked of storage, the
/// slow hash runs, and the same is answered.
/// </summary>
internal sealed class FollowHandler(DocketStore docket, CodeStore codes, AttemptStore attempts, CodeSecret secret, Hashing hashing, Surroundings surroundings)
{
    public const string Wait = "follow.wait";

    private static readonly Refusal None = new("follow.none", "There is no complaint with this reference and this code. Check both.");

    public async Task<Result<Stored<Complaint>>> HandleAsync(FollowRequest request, HttpContext http, CancellationToken cancellationToken)
    {
        var named = Reference.Parse(request.Reference!);
        var typed = ReceiptCode.Parse(request.Code!);

        if (!named.IsAllowed(out var reference) || !typed.IsAllowed(out var code))
        {
            return (Refusal[])[.. named.Refusals.Select(each => each with { Field = "reference" }), .. typed.Refusals];
        }

        var attempt = await attempts.BeginAsync(secret.MarkOf(CallerAddress.Of(http, surroundings)), reference.Id, cancellationToken);

        if (attempt.Wait is { } wait)
        {
            return Delayed((long)Math.Ceiling(wait.TotalSeconds));
        }

        var hash = (await codes.FindAsync(reference.Id, cancellationToken))?.Hash ?? SlowHash.OfNothing;

        if (!await hashing.RunAsync(() => hash.Fits(code.Plain), cancellationToken))
        {
            return None;
        }

        await attempts.SucceedAsync(attempt, cancellationToken);
        return await docket.FindAsync(reference, cancellationToken) is { } stored ? stored : None;
    }

    private static Refusal Delayed(long seconds) => new(Wait, $"Too many attempts. Try again in {seconds} seconds.") { Named = $"{seconds}" };
}

/// <summary>What every door of the slice says of a refusal.</summary>
internal static class FollowRefusals
{
    /// <summary>Says in the header how long to wait, where it is that.</summary>
    public static void TellWait(this HttpContext http, IReadOnlyList<Refusal> refusals)
    {
        if (refusals[0] is { Code: FollowHandler.Wait, Named: { } seconds })
        {
            http.Response.Headers.RetryAfter = seconds;
        }
    }
}
