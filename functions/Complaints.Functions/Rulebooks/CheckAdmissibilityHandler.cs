using Complaints.Domain;
using Complaints.Domain.Admissibility;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;

namespace Complaints.Functions.Rulebooks;

/// <summary>Asks the law about a filing before it is made; one that is not dated is made now.</summary>
internal sealed class CheckAdmissibilityHandler(LawShelf shelf, TimeProvider time)
{
    public async Task<Result<Opinion>> HandleAsync(CheckAdmissibilityRequest request, CancellationToken cancellationToken)
    {
        var law = await shelf.LookAsync(request.Rulebook, cancellationToken);

        if (!law.IsAllowed(out var rulebook))
        {
            return law.Refusals;
        }

        var found = rulebook.Look(request.Forum);
        return found.IsAllowed(out _) ? BeforeFiling.Check(rulebook, request.ToFacts(time.Now())) : found.Refusals;
    }
}
