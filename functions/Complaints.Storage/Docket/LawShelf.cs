using System.Collections.Concurrent;
using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Domain.Rulebooks;
using Complaints.Storage.Rulebooks;
using NodaTime;

namespace Complaints.Storage.Docket;

/// <summary>Finds the law: what ships with the tracker and what was published since. A version never changes, so each is read once.</summary>
public sealed class LawShelf
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Rulebook> known;
    private readonly RulebookStore? published;
    private readonly TimeProvider hosts;
    private volatile Looked? looked;

    /// <param name="shipped">The rulebooks that ship with the tracker, by id.</param>
    /// <param name="published">The rulebooks published since; null where there are none.</param>
    /// <param name="hosts">The clock by which to look again: the real one, also where the tracker's own has been set.</param>
    public LawShelf(IReadOnlyDictionary<string, Rulebook> shipped, RulebookStore? published = null, TimeProvider? hosts = null)
    {
        known = new(shipped.Values.ToDictionary(each => each.Version), StringComparer.Ordinal);
        this.published = published;
        this.hosts = hosts ?? TimeProvider.System;
    }

    /// <summary>The rulebooks this process has read, by id and version: those shipped, and those published that it has come across.</summary>
    public IReadOnlyList<Rulebook> Known => [.. known.Values.OrderBy(each => each.Id, StringComparer.Ordinal).ThenBy(each => RulebookVersion.Of(each).Number)];

    /// <summary>Every rulebook, by id and version. One published elsewhere less than a minute ago may be missing.</summary>
    public async ValueTask<IReadOnlyList<Rulebook>> AllAsync(CancellationToken cancellationToken)
    {
        if (published is not null && (looked is not { } last || hosts.GetElapsedTime(last.At) >= FreshFor))
        {
            await LookAsync(published, cancellationToken);
        }

        return Known;
    }

    /// <summary>The rulebook of this version, or the newest of this id; null if there is none. An unknown version is looked up before that is said.</summary>
    public async ValueTask<Rulebook?> FindAsync(string idOrVersion, CancellationToken cancellationToken) =>
        RulebookVersion.Parse(idOrVersion) is { } version
            ? await VersionAsync(version.ToString(), cancellationToken)
            : (await AllAsync(cancellationToken)).LastOrDefault(each => each.Id == idOrVersion);

    /// <summary>
    /// The rulebook under which new complaints of an election are judged; null if there is none. An election that names no version keeps to the first:
    /// publishing a rulebook changes no election.
    /// </summary>
    public async ValueTask<Rulebook?> ForNewAsync(Election election, CancellationToken cancellationToken) =>
        RulebookVersion.Parse(election.Rulebook) is { } version
            ? await VersionAsync(version.ToString(), cancellationToken)
            : (await AllAsync(cancellationToken)).FirstOrDefault(each => each.Id == election.Rulebook);

    /// <summary>The law to which a complaint is pinned.</summary>
    /// <exception cref="InvalidOperationException">The rulebook version is gone: published versions are never removed.</exception>
    public async ValueTask<Law> OfAsync(Election election, string version, CancellationToken cancellationToken) => new(
        await VersionAsync(version, cancellationToken) ?? throw new InvalidOperationException($"The rulebook version {version} is not on the shelf."), election);

    /// <summary>Every rulebook under which a complaint was ever judged, in the order in which it first was.</summary>
    /// <exception cref="InvalidOperationException">A rulebook version is gone.</exception>
    public async Task<IReadOnlyList<Rulebook>> EveryOfAsync(Complaint complaint, CancellationToken cancellationToken)
    {
        var rulebooks = new List<Rulebook>();

        foreach (var version in Repinned.PinsOf(complaint.History))
        {
            rulebooks.Add((await OfAsync(complaint.Law.Election, version, cancellationToken)).Rulebook);
        }

        return rulebooks;
    }

    /// <summary>Publishes a rulebook for good; refused if the version exists with other content, or lies behind one that does.</summary>
    public async Task<Result<Rulebook>> PublishAsync(Rulebook rulebook, Instant now, string by, CancellationToken cancellationToken)
    {
        if (await RefuseAsync(rulebook, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (await VersionAsync(rulebook.Version, cancellationToken) is { } there)
        {
            return there;
        }

        var result = published is null
            ? throw new InvalidOperationException("This shelf holds the shipped rulebooks alone.")
            : await published.PublishAsync(rulebook, now, by, cancellationToken);

        return result.IsAllowed(out var kept) ? known.GetOrAdd(kept.Version, kept) : result;
    }

    /// <summary>Why a rulebook cannot be published under its version; null if it can, or is published just so.</summary>
    public async ValueTask<Refusal?> RefuseAsync(Rulebook rulebook, CancellationToken cancellationToken)
    {
        if (await VersionAsync(rulebook.Version, cancellationToken) is { } there)
        {
            return there.Hash == rulebook.Hash ? null : RulebookStore.Taken(rulebook.Version);
        }

        return Known.LastOrDefault(each => each.Id == rulebook.Id) is { } newest && RulebookVersion.Of(newest).Number > RulebookVersion.Of(rulebook).Number
            ? new Refusal("rulebook.version-behind", $"{newest.Version} is published already; give a later version.", Field: "$.version")
            : null;
    }

    /// <summary>Looks what has been published, whenever that was asked last.</summary>
    public async Task<IReadOnlyList<Rulebook>> LookAgainAsync(CancellationToken cancellationToken)
    {
        looked = null;
        return await AllAsync(cancellationToken);
    }

    private async ValueTask<Rulebook?> VersionAsync(string version, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(version, out var there))
        {
            return there;
        }

        return published is not null && await published.FindAsync(version, cancellationToken) is { } found ? known.GetOrAdd(version, found) : null;
    }

    private async Task LookAsync(RulebookStore store, CancellationToken cancellationToken)
    {
        var now = hosts.GetTimestamp();

        foreach (var version in await store.VersionsAsync(cancellationToken))
        {
            await VersionAsync(version, cancellationToken);
        }

        looked = new Looked(now);
    }

    private sealed record Looked(long At);
}
