namespace Complaints.Domain.Lifecycle;

/// <summary>What moves a proceeding. T01 to T21 number the rows of the lifecycle table that tests/Complaints.Domain.Tests/Lifecycle/expected-steps.md was written from.</summary>
public enum ProceduralStep
{
    /// <summary>T01: the forum receives the complaint.</summary>
    Lodge,

    /// <summary>T02: the forum enters it in its book.</summary>
    Register,

    /// <summary>T03: the forum calls it an application; the limit of a complaint goes on beside.</summary>
    TreatAsApplication,

    /// <summary>T05: handed back to be mended.</summary>
    Return,

    /// <summary>T06: handed in again after mending.</summary>
    Resubmit,

    /// <summary>T07: taken up for consideration.</summary>
    Admit,

    /// <summary>T09: the commission waits for a court.</summary>
    Suspend,

    /// <summary>T10: the commission goes on after the court.</summary>
    Resume,

    /// <summary>T12: the forum asks the police or a state body to check facts.</summary>
    RequestCheck,

    /// <summary>T12: the answer to such a request.</summary>
    RecordCheck,

    /// <summary>T04, T11, T13: a decision of any outcome, refusal of admission included.</summary>
    Decide,

    /// <summary>T16: taken back by whoever filed it.</summary>
    Withdraw,

    /// <summary>T17: passed on by a forum that is not competent.</summary>
    Forward,

    /// <summary>T18: closed in the record without a decision.</summary>
    Close,

    /// <summary>T15: the decision is challenged before the next forum.</summary>
    Appeal,

    /// <summary>T15: silence is challenged before the next forum.</summary>
    EscalateSilence,

    /// <summary>T15: filed anew with the right forum after a dismissal on form.</summary>
    Relodge,

    /// <summary>T15: the same matter is taken to a court while the commission has it.</summary>
    SeizeCourt,

    /// <summary>T20: sent back to the lower forum by the higher one.</summary>
    Remit,

    /// <summary>A request to restore a limit that was missed.</summary>
    RequestRestoration,

    /// <summary>T19: finality recorded by a person, with its source.</summary>
    RecordFinal,

    /// <summary>T21: a mistake in the record is mended.</summary>
    Correct,

    /// <summary>T14, by timers only: the time to decide has passed under every reading.</summary>
    LimitPassed,

    /// <summary>T19, by timers only: the time to appeal has passed under every reading, or there is no higher forum.</summary>
    BecomeFinal,
}
