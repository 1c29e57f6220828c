using Complaints.Storage.Drafts;
using Complaints.Storage.Vault;
using Microsoft.Extensions.Logging;

namespace Complaints.Functions.Alerts;

/// <summary>Once a day: puts the data keys of both vaults and of drafts under the wrapping keys that are current, and says when the older ones are no longer needed.</summary>
internal sealed partial class RewrapKeysHandler(Vaults vaults, DraftStore drafts, ILogger<RewrapKeysHandler> logger)
{
    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        Tell("vault", await vaults.Identities.RewrapAsync(cancellationToken));
        Tell("drafts", await drafts.RewrapAsync(cancellationToken));
        Tell("retaliation", await vaults.Retaliation.RewrapAsync(cancellationToken));
    }

    private void Tell(string vault, Rotated rotated)
    {
        Log.Rotated(logger, vault, rotated.Rewrapped, rotated.Key, rotated.Left, rotated.Unknown);

        if (rotated.Unknown > 0)
        {
            Log.Unknown(logger, vault, rotated.Unknown);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Rewrapped in {Vault}: {Rewrapped} data keys put under the current key {Key}, {Left} left under an older one, {Unknown} under a key that is not configured.")]
        public static partial void Rotated(ILogger logger, string vault, int rewrapped, string key, int left, int unknown);

        [LoggerMessage(Level = LogLevel.Error, Message = "In {Vault} {Unknown} data keys are under a wrapping key that is not configured: nothing of their complaints opens until it is configured again.")]
        public static partial void Unknown(ILogger logger, string vault, int unknown);
    }
}
