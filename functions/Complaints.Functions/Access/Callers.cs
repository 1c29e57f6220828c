using Complaints.Functions.Http;
using Complaints.Storage.People;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Complaints.Functions.Access;

/// <summary>
/// Finds out who calls: whom the platform's header names where it can be believed; on a laptop also the persona somebody has signed in as, and else the
/// caller without a name. Whose session has ended is nobody, until they sign in once more.
/// </summary>
internal sealed class Callers(Surroundings surroundings, SessionCookie cookie, PeopleStore people, TimeProvider time)
{
    // The cookie says when somebody was last seen; it need not be sent with every answer.
    private static readonly Duration Refreshed = Duration.FromMinutes(1);

    /// <summary>On a laptop, for trial and training: without a header or a persona one is the whole mission.</summary>
    private static readonly Caller Nameless = Caller.Known("laptop", Roles.Mission);

    /// <summary>The caller, with what configuration and teams make of them.</summary>
    public async ValueTask<Caller> FindAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var caller = CallerOf(http);

        // Nothing is looked up for those nobody knows, nor for the laptop's nameless caller.
        return !caller.IsKnown || ReferenceEquals(caller, Nameless)
            ? caller
            : caller with
            {
                Roles = surroundings.IsAdministrator(caller.Pseudonym) ? caller.Roles | Roles.Administrator : caller.Roles,
                Roster = await people.ReadAsync(cancellationToken),
            };
    }

    private Caller CallerOf(HttpContext http)
    {
        var header = http.Request.Headers[Principal.Header].ToString();
        var isLaptop = surroundings.IsLaptop(http);
        var held = cookie.Read(http);

        return header.Length > 0 ? isLaptop || surroundings.IsAuthenticated ? InSession(http, Principal.Read(header, surroundings.PersonClaim), held) : Caller.Anonymous
            : !isLaptop ? Caller.Anonymous
            : Persona.Find(held?.Persona) is { } persona ? InSession(http, persona.AsCaller(), held)
            : Nameless;
    }

    /// <summary>
    /// The caller while their session lasts. Its last sign of life is the later of the sign-in and the last call; of a sign-in that does not say when it was,
    /// only the calls are known.
    /// </summary>
    private Caller InSession(HttpContext http, Caller? caller, Session? brought)
    {
        if (caller is null)
        {
            return Caller.Anonymous;
        }

        var now = time.Now();
        var held = brought is not null && brought.Who == caller.Pseudonym && brought.Persona == caller.Persona && !(caller.SignedInAt > brought.SeenAt) ? brought : null;
        var session = held ?? Session.Begin(caller, now);

        if (session.HasEnded(now))
        {
            if (caller is { SignedInAt: null, Persona: null })
            {
                // Whether they have signed in again since, nothing will tell: ask once.
                SessionCookie.Drop(http);
            }

            return Caller.Ended;
        }

        // Programs bring no cookie, and are given none.
        if (held is null ? http.IsForPeople() : now - held.SeenAt >= Refreshed && !http.IsForFiles())
        {
            cookie.Keep(http, session with { SeenAt = now });
        }

        return caller;
    }
}
