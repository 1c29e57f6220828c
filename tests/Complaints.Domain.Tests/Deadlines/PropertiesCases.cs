using Complaints.Domain.Deadlines;
using Complaints.Domain.Rulebooks;
using Complaints.Domain.Tests.Rulebooks;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Complaints.Domain.Tests.Deadlines;

/// <summary>One limit asked for under one law, with facts drawn at random.</summary>
internal sealed record AnyCase(Rulebook Law, TimeLimit Limit, LimitFacts Facts)
{
    public Deadline Count() => Count(Law, Facts);

    public Deadline Count(Rulebook law, LimitFacts facts)
    {
        var counted = Counting.Count(law, facts);
        return counted.IsAllowed(out var deadline) ? deadline : throw new InvalidOperationException($"{Limit.Id}: {string.Join("; ", counted.Refusals)}");
    }

    public override string ToString() => $"{Limit.Id} {Facts}";
}

/// <summary>Draws cases: every limit of every law, near elections and near changes of the clock.</summary>
internal static class PropertiesCases
{
    // Clocks that change their offset at midnight, so that it comes twice or never, by half an hour, for good, or by a whole day, and some that never do.
    private static readonly DateTimeZone[] Places =
    [
        .. new[]
        {
            "Asia/Almaty", "Asia/Aqtobe", "Asia/Qostanay", "Europe/Chisinau", "Europe/Kyiv", "Asia/Yerevan", "America/Sao_Paulo", "Africa/Cairo",
            "Asia/Beirut", "Australia/Lord_Howe", "America/Santiago", "Pacific/Apia", "Asia/Kathmandu", "America/Havana", "Atlantic/Azores", "UTC",
        }.Select(id => Zones.Find(id)!),
    ];

    // 10 January 2021; the month of the Kazakh change of 2024; the last Sunday of October; midnights that never were; a lost Friday.
    private static readonly LocalDate[] Elections =
        [new(2021, 1, 10), new(2024, 3, 3), new(2015, 10, 25), new(2018, 11, 4), new(2011, 12, 30), new(1999, 5, 30), new(2035, 6, 17)];

    private static readonly (Rulebook Law, TimeLimit Limit)[] Limits =
    [
        .. from law in ShippedLaw.Rulebooks.Values.Append(Read(ADocument.Whole())).Append(Read(AFullDocument.Whole())).OrderBy(law => law.Id, StringComparer.Ordinal)
           from limit in law.Limits
           where limit.AppliesTo.ViaWindow.Count == 0
           select (law, limit),
    ];

    public static Arbitrary<AnyCase> All { get; } = Of(Limits).ToArbitrary();

    public static Arbitrary<AnyCase> WithoutSuspension { get; } =
        Of(Limits).Select(each => each with { Facts = each.Facts with { Suspended = null } }).ToArbitrary();

    /// <summary>Cases in the season and under the law whose days off are listed.</summary>
    public static Arbitrary<AnyCase> WithCalendar { get; } = Of([.. Limits.Where(pair => pair.Law.Id == "KZ-2020")], [Elections[0]]).ToArbitrary();

    private static Gen<AnyCase> Of((Rulebook Law, TimeLimit Limit)[] limits, LocalDate[]? elections = null) =>
        from pair in Gen.Elements(limits)
        from forum in Gen.Elements(ForumsOf(pair.Law, pair.Limit))
        from place in Gen.Elements(Places)
        from isPlaceKnown in Gen.Elements(true, false)
        from day in Gen.Elements(elections ?? Elections)
        from hasElection in Gen.Frequency((4, Gen.Constant(true)), (pair.Limit.CountsFromElectionDay ? 0 : 1, Gen.Constant(false)))
        from countedFrom in Moment(day, place)
        from moments in Gen.ArrayOf(Moment(day, place), 6)
        from given in Gen.Choose(0, 127)
        select new AnyCase(pair.Law, pair.Limit, new LimitFacts
        {
            LimitId = pair.Limit.Id,
            Forum = forum.Id,
            ForumZone = forum.Zone.Fixed ?? place,
            PlaceZone = isPlaceKnown ? place : null,
            CountedFrom = countedFrom,
            ElectionDay = hasElection ? day : null,
            PublishedAt = (given & 1) == 0 ? null : moments[0],
            KnownAt = (given & 2) == 0 ? null : moments[1],
            ServedAt = (given & 4) == 0 ? null : moments[2],
            DeterminedAt = (given & 8) == 0 ? null : moments[3],
            Continuing = (given & 16) != 0,
            Suspended = (given & 32) == 0 ? null : Stay(moments[4], moments[5], (given & 64) == 0),
        });

    private static Suspension Stay(Instant one, Instant other, bool isOpen) =>
        new(Instant.Min(one, other), isOpen ? null : Instant.Max(one, other));

    /// <summary>A moment within six weeks of a day, often right at midnight.</summary>
    private static Gen<Instant> Moment(LocalDate day, DateTimeZone zone) =>
        from days in Gen.Choose(-42, 42)
        from seconds in Gen.Frequency((3, Gen.Choose(0, 86_399)), (1, Gen.Elements(-1, 0, 1)))
        select zone.AtLeniently(day.PlusDays(days).AtMidnight()).ToInstant() + Duration.FromSeconds(seconds);

    private static Forum[] ForumsOf(Rulebook law, TimeLimit limit) =>
        [.. law.Forums.Where(forum => limit.AppliesTo.Forum.Count == 0 || limit.AppliesTo.Forum.Contains(forum.Id))];

    private static Rulebook Read(JsonObject document)
    {
        var read = ADocument.Read(document);
        return read.IsAllowed(out var law) ? law : throw new InvalidOperationException($"The test law is broken: {string.Join("; ", read.Refusals)}");
    }
}
