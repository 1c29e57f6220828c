namespace Microsoft.Azure.Functions.Worker;

/// <summary>The key a caller of an HTTP function must show.</summary>
public enum AuthorizationLevel
{
    /// <summary>None.</summary>
    Anonymous = 0,

    /// <summary>A user's token; the local host takes the master key alone.</summary>
    User = 1,

    /// <summary>The function's or the host's key.</summary>
    Function = 2,

    /// <summary>A system key; the local host takes the master key alone.</summary>
    System = 3,

    /// <summary>The master key.</summary>
    Admin = 4,
}
