namespace Azure.Data.Tables.Protocol;

/// <summary>Asks for a page when the one before is used up.</summary>
internal sealed class PageByPage<T>(Func<string, int?, Task<Page<T>>> read, int? maxPerPage) : AsyncPageable<T>
{
    public override async IAsyncEnumerable<Page<T>> AsPages(string continuationToken = null, int? pageSizeHint = null)
    {
        do
        {
            var page = await read(continuationToken, pageSizeHint ?? maxPerPage).ConfigureAwait(false);
            yield return page;
            continuationToken = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(continuationToken));
    }
}
