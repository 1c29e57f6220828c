namespace Azure.Data.Tables;

/// <summary>The kinds of change a transaction can make to a row.</summary>
public enum TableTransactionActionType
{
    /// <summary>Insert; a row that exists fails the transaction with 409.</summary>
    Add = 0,

    /// <summary>Change the given columns of a row.</summary>
    UpdateMerge = 1,

    /// <summary>Replace a row with the given one.</summary>
    UpdateReplace = 2,

    /// <summary>Remove a row; one that does not exist fails the transaction with 404.</summary>
    Delete = 3,

    /// <summary>Insert, or change the given columns.</summary>
    UpsertMerge = 4,

    /// <summary>Insert, or replace.</summary>
    UpsertReplace = 5,
}
