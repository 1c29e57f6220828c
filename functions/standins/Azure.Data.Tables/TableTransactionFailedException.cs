using System.Globalization;
using Azure.Data.Tables.Protocol;

namespace Azure.Data.Tables;

/// <summary>A transaction was refused and changed nothing.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    /// <summary>Carries over status, code and message of the change that was refused.</summary>
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(
            requestFailedException.Status,
            requestFailedException.Message,
            requestFailedException.ErrorCode,
            requestFailedException.InnerException)
    {
        foreach (var key in requestFailedException.Data.Keys)
        {
            Data[key] = requestFailedException.Data[key];
        }

        if (Data[ODataErrorParser.FailedEntity] is string text
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            FailedTransactionActionIndex = index;
        }
    }

    /// <summary>Position, from zero, of the change that was refused; null where the service did not tell.</summary>
    public int? FailedTransactionActionIndex { get; private set; }
}
