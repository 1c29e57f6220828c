using System.Diagnostics.CodeAnalysis;

namespace Complaints.Domain;

/// <summary>What the law answers: a value, or every reason why not; a refusal is expected and therefore never an exception.</summary>
public sealed class Result<T>
{
    private readonly T? allowed;

    internal Result(T value)
    {
        allowed = value;
        Refusals = RefusalList.None;
    }

    internal Result(RefusalList refusals)
    {
        if (refusals.Count == 0)
        {
            throw new ArgumentException("A refused result needs at least one reason.", nameof(refusals));
        }

        Refusals = refusals;
    }

    /// <summary>Every reason why not; empty when the value is there.</summary>
    public RefusalList Refusals { get; }

    /// <summary>Whether the law allows it, and if so the value.</summary>
    public bool IsAllowed([MaybeNullWhen(false)] out T value)
    {
        value = allowed;
        return Refusals.Count == 0;
    }

    /// <summary>Allowed, with this value.</summary>
    public static implicit operator Result<T>(T value) => new(value);

    /// <summary>Refused for one reason.</summary>
    public static implicit operator Result<T>(Refusal refusal) => new(new RefusalList([refusal]));

    /// <summary>Refused for several reasons.</summary>
    public static implicit operator Result<T>(Refusal[] refusals) => new(new RefusalList(refusals));

    /// <summary>Refused for several reasons.</summary>
    public static implicit operator Result<T>(List<Refusal> refusals) => new(new RefusalList(refusals));

    /// <summary>Refused for the reasons of another result.</summary>
    public static implicit operator Result<T>(RefusalList refusals) => new(refusals);
}

/// <summary>Makes results where a conversion cannot: of interface types and of lists typed as interfaces.</summary>
public static class Result
{
    /// <summary>Allowed, with this value.</summary>
    public static Result<T> Allowed<T>(T value) => new(value);

    /// <summary>Refused for these reasons, of which there is at least one.</summary>
    public static Result<T> Refused<T>(IReadOnlyList<Refusal> refusals) => new(new RefusalList(refusals));
}
