using Complaints.Domain;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;

namespace Complaints.Functions.People;

/// <summary>The field of a form that names somebody; at the JSON doors the address does.</summary>
internal static class PersonField
{
    public const string Name = "_person";

    private const int Longest = 300;

    /// <summary>The field as it is asked.</summary>
    public static readonly FormField Asked = new(Name, FieldKind.Text) { IsNeeded = true, AtMost = Longest };

    /// <summary>Whom a form names, or why it names nobody.</summary>
    public static Result<string> Person(this FormBody form) => form.Of(Name) switch
    {
        "" => new Refusal("field.missing", $"'{Name}' is needed.", Field: Name),
        { Length: > Longest } => new Refusal("field.too-long", $"'{Name}' is too long.", Field: Name),
        var person => person,
    };

    /// <summary>A request of a form and whom it is about; every reason why not.</summary>
    public static Result<(string Person, T Request)> About<T>(this FormBody form, Result<T> read)
        where T : class
    {
        var person = form.Person();
        return person.IsAllowed(out var named) && read.IsAllowed(out var request) ? (named, request) : (Refusal[])[.. person.Refusals, .. read.Refusals];
    }
}
