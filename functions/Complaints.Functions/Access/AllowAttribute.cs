namespace Complaints.Functions.Access;

/// <summary>Says who may call a function. Every HTTP function has it; one without it is open to nobody.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AllowAttribute(Roles roles) : Attribute
{
    /// <summary>Any of these may call; <see cref="Roles.None"/> is everybody, known or not, and so is <see cref="Roles.Complainant"/>, whom a code makes one.</summary>
    public Roles Roles { get; } = roles;

    /// <summary>Whether somebody who is locked out may still call: to leave.</summary>
    public bool EvenLocked { get; init; }

    /// <summary>Whether even reading leaves a mark in the caller's name, so that no page of another site may bring it about by a link or an image.</summary>
    public bool ForOurOwnPages { get; init; }

    /// <summary>Whether a page elsewhere, or a file, may send something here: for a function that changes nothing and only shows it again.</summary>
    public bool FromAnywhere { get; init; }

    /// <summary>Whether calls are not counted: those a platform or a page makes by itself.</summary>
    public bool Unpaced { get; init; }
}
