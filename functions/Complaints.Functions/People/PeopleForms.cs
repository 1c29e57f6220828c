using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Complaints.Storage.People;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.People;

/// <summary>The page about everybody who is named in a team or locked out: a coordinator reads of their own elections, an administrator locks and lets in.</summary>
internal sealed class PeopleForms(PeopleStore people, ElectionStore elections, Acquaintance acquaintance, Forms forms, Words words)
{
    /// <summary>The address of the page.</summary>
    public const string Address = "/manage/people";

    /// <summary>The page with an empty form, or with what was sent and why it was not taken.</summary>
    public async Task<IResult> ShowAsync(
        HttpContext http, CancellationToken cancellationToken, FormBody? sent = null, IReadOnlyList<Refusal>? refusals = null, int status = StatusCodes.Status200OK)
    {
        var caller = Caller.Of(http);
        var roster = await people.ReadAsync(cancellationToken);
        var mayChange = caller.Refuse(Roles.Administrator, null) is null;
        Election[] seen = [.. (await elections.AllAsync(cancellationToken))
            .Where(each => caller.Refuse(Roles.Administrator | Roles.Coordinator, each.Id) is null)
            .OrderBy(each => each.Id, StringComparer.Ordinal)];
        string[] persons = [.. seen.SelectMany(each => roster.TeamOf(each.Id) ?? []).Select(each => each.Person)
            .Union(mayChange ? roster.Locked : [])
            .Order(StringComparer.Ordinal)];
        return Show.Page<PeoplePage>(
            new
            {
                Elections = (IReadOnlyList<Election>)seen,
                Persons = (IReadOnlyList<string>)persons,
                Unknown = await acquaintance.StrangersAmongAsync(persons.Where(roster.IsLocked), cancellationToken),
                Roster = roster,
                Form = sent is null ? forms.New(http, Parts(), new Dictionary<string, string>()) : forms.Again(http, Parts(), sent, "", refusals ?? []),
                MayChange = mayChange,
            },
            status);
    }

    private IReadOnlyList<FormPart> Parts() =>
        [new FormPart("people.lock", [PersonField.Asked, new("locked", FieldKind.FewChoices) { IsNeeded = true, Options = words.Options("YesNo", ["true", "false"]) }])];
}
