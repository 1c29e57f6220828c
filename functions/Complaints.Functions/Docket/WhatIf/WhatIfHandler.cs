using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;

namespace Complaints.Functions.Docket.WhatIf;

/// <summary>Judges a complaint under another law and saves nothing.</summary>
internal sealed class WhatIfHandler(DocketStore docket, LawShelf shelf, TimeProvider time)
{
    public async Task<Result<WhatIfResponse>> HandleAsync(string id, string asked, Caller caller, CancellationToken cancellationToken)
    {
        var found = await docket.ComplaintAsync(id, caller, cancellationToken);

        if (!found.IsAllowed(out var stored))
        {
            return found.Refusals;
        }

        if (await shelf.FindAsync(asked, cancellationToken) is not { } rulebook)
        {
            return shelf.Unknown(asked);
        }

        var now = time.Now();
        var repinned = stored.Value.Repin(new Law(rulebook, stored.Value.Law.Election), null, now, "nobody");
        return repinned.IsAllowed(out var repinning) ? WhatIfResponse.From(stored.Value, repinning, now) : repinned.Refusals;
    }
}
