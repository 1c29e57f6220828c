namespace Complaints.Domain.Lifecycle;

/// <summary>How far a proceeding has come before its forum. A proceeding stands at exactly one stage.</summary>
public enum Stage
{
    /// <summary>Written down, not yet handed to any forum.</summary>
    Draft,

    /// <summary>Received by the forum.</summary>
    Lodged,

    /// <summary>Entered in the forum's own book, with or without a number.</summary>
    Registered,

    /// <summary>Handed back to be mended, where the law allows that.</summary>
    Returned,

    /// <summary>Taken up for consideration.</summary>
    Admitted,

    /// <summary>Waiting for a court that was seized of the same matter.</summary>
    Suspended,

    /// <summary>Ended by a decision that may still be challenged.</summary>
    Decided,

    /// <summary>The time to decide has passed under every reading and nothing was heard. A decision may still come.</summary>
    Unanswered,

    /// <summary>Passed on by the forum to another one.</summary>
    Forwarded,

    /// <summary>Taken back by whoever filed it.</summary>
    Withdrawn,

    /// <summary>Closed in the record without a decision, because nobody expects one any more.</summary>
    Closed,

    /// <summary>Decided, and no appeal is left.</summary>
    Final,
}
