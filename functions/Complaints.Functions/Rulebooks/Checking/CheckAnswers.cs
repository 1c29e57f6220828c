using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Rulebooks.Checking;

/// <summary>The answers given so far. They ride along in the address and are kept nowhere.</summary>
public sealed class CheckAnswers
{
    private static readonly string[] Moments = ["occurredAt", "publishedAt", "knownAt", "determinedAt"];

    private static readonly string[] Names =
    [
        "election", "matter", "challengedActor", "challengedActKind", "subject", "placeZone", "continuing", "complainantType", "members", "forum", "has",
        .. Moments.SelectMany(PartsOf),
    ];

    private readonly FormBody form;

    private CheckAnswers(FormBody form) => this.form = form;

    /// <summary>Every answer with the name of its field.</summary>
    public IEnumerable<(string Name, string Value)> All => form.Typed.SelectMany(each => each.Value.Select(value => (each.Key, value)));

    /// <summary>Whether nothing has been answered yet.</summary>
    public bool IsEmpty => form.Typed.Count == 0;

    internal FormBody Form => form;

    internal static CheckAnswers Of(HttpRequest http) => new(FormBody.Of(http.Query, Names));

    /// <summary>What was answered in a field; empty if nothing.</summary>
    public string Of(string name) => form.Of(name);

    /// <summary>The answers in an address of this path, but for these fields, with others beside them.</summary>
    public string AddressOf(string path, string[]? without = null, params (string Name, string Value)[] beside) =>
        path + QueryString.Create(All.Where(each => without?.Contains(each.Name) is not true).Concat(beside).Select(each => KeyValuePair.Create(each.Name, (string?)each.Value)));

    /// <summary>The names under which a field is answered: five for a moment.</summary>
    public static IEnumerable<string> NamesOf(string field) => Moments.Contains(field) ? PartsOf(field) : [field];

    private static IEnumerable<string> PartsOf(string moment) => LocalMoment.Parts.Select(part => $"{moment}.{part}");
}
