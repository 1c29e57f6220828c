using System.Text;
using System.Text.Json;
using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Tests.Builders;
using static Complaints.Domain.Tests.Builders.Moments;

namespace Complaints.Domain.Tests.Docket;

/// <summary>Events as they are kept, hashed and shown, and the chain that holds them together.</summary>
public sealed class EventJsonTests
{
    public static TheoryData<string> Kinds =>
    [
        nameof(Recorded), nameof(DocumentAdded), nameof(DocumentScanned), nameof(Retracted), nameof(HandedOver), nameof(LinkedAsSame), nameof(Unlinked), .. Enum.GetNames<ProceduralStep>(), .. Enum.GetNames<FactKind>(),
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_WhatWasWritten_IsTheSameToTheByte(string kind)
    {
        var written = EventJson.Canonical(Example(kind));
        var read = EventJson.Read(written);
        Assert.Equal(kind, read.What.Kind);
        Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(EventJson.Canonical(read)));
    }

    [Fact]
    public void Canonical_Event_HasItsNamesInOrderAndNothingUnknown()
    {
        var event17 = new DocketEvent(17, At("2021-01-12 10:00"), At("2021-01-12 11:00"), "o1", 1, new StepTaken(ProceduralStep.Register, new StepDetails { RegistrationNumber = "№ 17" }));
        Assert.Equal(
            """{"at":"2021-01-12T04:00:00Z","by":"o1","data":{"registrationNumber":"№ 17"},"kind":"Register","proceeding":1,"recordedAt":"2021-01-12T05:00:00Z","seq":17}""",
            Encoding.UTF8.GetString(EventJson.Canonical(event17)));
    }

    [Fact]
    public void Canonical_CorrectionToUnknown_KeepsTheNull() =>
        Assert.Contains("\"new\":{\"occurredAt\":null}", Encoding.UTF8.GetString(EventJson.Canonical(
            new DocketEvent(2, At("2021-01-12 10:00"), At("2021-01-12 10:00"), "o1", null, new StepTaken(ProceduralStep.Correct, AComplaint.Correcting(1, """{ "occurredAt": null }"""))))), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"seq":1,"at":"2021-01-12T04:00:00Z","recordedAt":"2021-01-12T04:00:00Z","by":"o1","kind":"Explode","data":{}}""")]
    [InlineData("""{"seq":1,"at":"2021-01-12T04:00:00Z","recordedAt":"2021-01-12T04:00:00Z","by":"o1","kind":"3","data":{}}""")]
    [InlineData("""{"seq":1,"at":"2021-01-12T04:00:00Z","recordedAt":"2021-01-12T04:00:00Z","by":"o1","kind":"Lodge","data":{"name":"x"}}""")]
    public void Read_NotAnEvent_Throws(string json) =>
        Assert.Throws<JsonException>(() => EventJson.Read(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Hash_OneEventChanged_BreaksAllThatFollow()
    {
        var history = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Decide("2021-01-15 10:00").Complaint.History;
        var before = Hashes(history);
        var after = Hashes([history[0], history[1] with { By = "o2" }, history[2]]);
        Assert.Equal([true, false, false], before.Zip(after, (one, other) => one == other));
        Assert.All(before, hash => Assert.Matches("^[0-9a-f]{64}$", hash));
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([.. new byte[32], .. EventJson.Canonical(history[0])])),
            before[0]);
    }

    private static List<string> Hashes(IReadOnlyList<DocketEvent> history)
    {
        List<string> hashes = [];

        foreach (var each in history)
        {
            hashes.Add(Chain.Hash(hashes.LastOrDefault() ?? Chain.Beginning, EventJson.Canonical(each)));
        }

        return hashes;
    }

    private static DocketEvent Example(string kind) => new(3, At("2021-01-12 10:00"), At("2021-01-13 10:00"), "o1", kind == nameof(Recorded) ? null : 1, kind switch
    {
        nameof(Recorded) => AComplaint.AgainstResolution().Complaint.History[0].What,
        nameof(DocumentAdded) => new DocumentAdded(1, new string('a', 64), 12, "application/pdf"),
        nameof(DocumentScanned) => new DocumentScanned(1, Scans.Infected, "Eicar-Test-Signature"),
        nameof(Retracted) => new Retracted(2, "timer.no-longer-holds"),
        nameof(HandedOver) => new HandedOver("u-0123456789abcdef", "workload"),
        nameof(LinkedAsSame) => new LinkedAsSame("kz21p-4f7k2q9d-x", "recorded_twice"),
        nameof(Unlinked) => new Unlinked("kz21p-4f7k2q9d-x", "facts_differ"),
        nameof(ProceduralStep.Lodge) => AComplaint.AgainstResolution().Lodge("2020-12-14 10:00", "SC").Complaint.History[1].What,
        nameof(ProceduralStep.Correct) => new StepTaken(ProceduralStep.Correct, AComplaint.Correcting(1, """{ "z": [1, null, {"b": 1.50, "a": "ы"}], "at": null }""")),
        _ when Enum.TryParse<FactKind>(kind, out var fact) => new FactNoted(fact, new FactDetails { Source = "court_record", Formalistic = true, Url = "https://sud.example/1?a=<b>&c='d'" }),
        _ => new StepTaken(Enum.Parse<ProceduralStep>(kind), AComplaint.Deciding("dismissed_formal") with
        {
            Wording = "оставлено без рассмотрения \"№ 5\"\u0001",
            ServedAt = At("2021-01-12 10:00"),
            Remedy = ["none"],
            RectificationOffered = false,
        }),
    });
}
