using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;

namespace Complaints.Functions.Docket.Record;

/// <summary>What is asked where there is no connection: every question, under the law of the first election, for which it is and what there is to add is asked once there is one.</summary>
internal sealed class OfflineQuestions(ElectionStore elections, LawShelf shelf, Words words)
{
    /// <summary>The questions, without those that wait for a connection.</summary>
    /// <param name="answers">What has been answered.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<IReadOnlyList<Question>> AllAsync(FormBody answers, CancellationToken cancellationToken)
    {
        var all = await elections.AllAsync(cancellationToken);
        var law = all.Count > 0 && await shelf.ForNewAsync(all[0], cancellationToken) is { } known ? known : shelf.Known[0];
        return
        [
            .. Questions.Of(answers, [], law, words)
                .Where(each => each.Id != Questions.Documents).Select(each => each with { Fields = [.. each.Fields.Where(field => field.Name != "election")] }),
        ];
    }
}
