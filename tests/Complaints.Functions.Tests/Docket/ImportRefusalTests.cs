using System.Text;

namespace Complaints.Functions.Tests.Docket;

/// <summary>A broken line is named by its number and costs nothing but itself; a file that is no register is refused whole.</summary>
public sealed class ImportRefusalTests(Tracker tracker)
{
    [Theory]
    [InlineData("case_id", "", "field.missing")]
    [InlineData("case_id", "A B", "field.not-an-id")]
    [InlineData("matter", "letter", "field.not-a-code")]
    [InlineData("forum", "", "field.missing")]
    [InlineData("forum_level", "appeal", "field.not-a-code")]
    [InlineData("channel", "pigeon", "field.not-a-code")]
    [InlineData("received_local", "2020-12-17T10:21:00", "field.not-an-instant")] // without its offset it is no instant
    [InlineData("received_local", "", "field.missing")]
    [InlineData("received_zone", "Asia/Astana", "field.not-a-zone")]
    [InlineData("received_utc", "2020-12-17T05:21:00Z", "import.received-differs", "received_local")]
    [InlineData("received_zone", "Asia/Aqtobe", "import.offset-differs", "received_local")] // +05:00 there
    [InlineData("complainant_type", "person", "field.not-a-code")]
    [InlineData("complainant_pseudonym", "A. Name", "field.not-an-id")] // a pseudonym has no spaces, a name has
    [InlineData("challenged_actor", "", "field.missing")]
    [InlineData("challenged_actor", "nobody", "field.not-a-code")]
    [InlineData("challenged_act_date", "4 December", "field.not-a-day")]
    [InlineData("subject", "weather", "field.not-a-code")]
    [InlineData("outcome", "lost", "field.not-a-code")]
    [InlineData("outcome", "pending", "import.undecided-has-date", "decided_utc")]
    [InlineData("ground", "late;boring", "field.not-a-code")]
    [InlineData("ground", "late;late", "field.repeated")]
    [InlineData("ground", "", "decision.ground-missing")] // the law of the record, not the form
    [InlineData("decided_utc", "", "field.missing")]
    [InlineData("decided_utc", "2020-12-16T06:21:00Z", "decision.before-receipt")]
    [InlineData("decided_utc", "2190-01-01T00:00:00Z", "step.in-future")]
    [InlineData("outcome", "dismissed_merits", "decision.ground-without-dismissal", "ground")]
    [InlineData("rectification_offered", "maybe", "field.not-a-code")]
    [InlineData("remedy", "money", "field.not-a-code")]
    [InlineData("appealed", "yes", "import.appeal-is-a-step")]
    [InlineData("known_via", "rumour", "field.not-a-code")]
    [InlineData("as_of", "yesterday", "field.not-a-day")]
    [InlineData("forum", "XX", "forum.unknown")]
    public async Task Import_WrongField_RejectsThatRowAlone(string column, string value, string code, string? field = null)
    {
        var election = await tracker.AnElectionAsync();
        var answer = await tracker.ImportAsync(election, ARegister.Of(ARegister.Row("A-1"), ARegister.Row("A-2", (column, value)), ARegister.Row("A-3")));

        Assert.Equal(200, answer.Status);
        Assert.Equal((2, 0), answer.Counts());
        Assert.Contains((3, code, field ?? column), answer.Rejected());
        Assert.All(answer.Rejected(), each => Assert.Equal(3, each.Line));
    }

    // Whatever a register claims was filed where against whom, it is taken or refused with a reason, and never fails.
    [Fact]
    public async Task Import_EveryForumAndActor_IsTakenOrRefused()
    {
        var election = await tracker.AnElectionAsync();
        string[] forums = ["PEC", "TEC", "CEC", "DC", "SC", "SC-CASS", "CC", "PROSECUTOR", "POLICE"];
        string[] actors = ["PEC", "TEC", "CEC", "SC", "court", "local_authority", "party", "media", "official", "other"];
        var rows = from forum in forums
                   from actor in actors
                   from act in new[] { "", "ACT-1" }
                   select ARegister.Row($"{forum}-{actor}-{act}", ("forum", forum), ("challenged_actor", actor), ("challenged_act_id", act));

        var answer = await tracker.ImportAsync(election, ARegister.Of([.. rows]), dryRun: true);

        Assert.Equal(200, answer.Status);
        Assert.Equal((160, 0), answer.Counts());
        Assert.All(answer.Rejected(), each => Assert.Equal("forum.not-reachable", each.Code)); // the police hear no complaints
        Assert.Equal(20, answer.Rejected().Count);
    }

    [Fact]
    public async Task Import_SeveralWrongFields_NamesThemAll()
    {
        var election = await tracker.AnElectionAsync();
        var answer = await tracker.ImportAsync(election, ARegister.Of(ARegister.Row("A-1", ("matter", "letter"), ("subject", "weather"), ("as_of", "soon"))));

        Assert.Equal(["as_of", "matter", "subject"], answer.Rejected().Select(each => each.Field).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("A-2,\"never closed")]
    [InlineData("A-2,comp\"laint,SC")]
    [InlineData("A-2,complaint")]
    public async Task Import_LineThatIsNoRow_CostsItselfAlone(string broken)
    {
        var election = await tracker.AnElectionAsync();
        var answer = await tracker.ImportAsync(
            election, ARegister.Of(ARegister.Row("A-1"), broken, "", ARegister.Row("A-3", ("synthetic_facts", "\"dates, types\"")), ARegister.Row("A-4")));

        Assert.Equal((3, 0), answer.Counts());
        Assert.Equal([(3, "import.malformed", null)], answer.Rejected());
    }

    [Fact]
    public async Task Import_CaseTwiceInAFile_RejectsTheSecond()
    {
        var election = await tracker.AnElectionAsync();
        var answer = await tracker.ImportAsync(election, ARegister.Of(ARegister.Row("A-1"), ARegister.Row("A-1")));

        Assert.Equal((1, 0), answer.Counts());
        Assert.Equal([(3, "import.case-repeated", "case_id")], answer.Rejected());
    }

    [Fact]
    public async Task Import_EndlessLine_CostsItselfAlone()
    {
        var election = await tracker.AnElectionAsync();
        var answer = await tracker.ImportAsync(
            election, ARegister.Of(ARegister.Row("A-1", ("synthetic_facts", new string('x', 5_000_000))), ARegister.Row("A-2")));

        Assert.Equal((1, 0), answer.Counts());
        Assert.Equal([(2, "import.line-too-long", null)], answer.Rejected());
    }

    [Fact]
    public async Task Import_BytesThatAreNoText_CostTheirLineAlone()
    {
        var election = await tracker.AnElectionAsync();
        var csv = Encoding.UTF8.GetBytes(ARegister.Of(ARegister.Row("A-1", ("synthetic_facts", "#")), ARegister.Row("A-2")));
        csv[Array.IndexOf(csv, (byte)'#')] = 0xC3; // the first of two bytes, without the second
        var answer = await tracker.ImportAsync(election.Id, csv, "text/csv");

        Assert.Equal((1, 0), answer.Counts());
        Assert.Equal([(2, "import.not-utf8", null)], answer.Rejected());
    }

    [Fact]
    public async Task Import_HeaderWithoutAColumnAndWithAnother_NamesBoth()
    {
        var election = await tracker.AnElectionAsync();
        var answer = await tracker.ImportAsync(election, ARegister.Of().Replace("known_via", "knownVia", StringComparison.Ordinal));

        Assert.Equal(400, answer.Status);
        Assert.Equal(["import.column-missing", "import.column-unknown"], answer.Codes);
        Assert.Contains("known_via", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    public async Task Import_OtherSeparator_SaysSoAndNotThatColumnsAreMissing(char separator)
    {
        var answer = await tracker.ImportAsync(await tracker.AnElectionAsync(), ARegister.Of().Replace(',', separator));

        Assert.Equal((400, "import.not-commas"), (answer.Status, Assert.Single(answer.Codes)));
    }

    // What its first line holds besides depends on the hour at which it was saved.
    [Theory]
    [InlineData(0x41, "import.not-csv")]
    [InlineData(0x82, "import.not-utf8")]
    public async Task Import_AWorkbook_IsNotToldThatColumnsAreMissing(byte hour, string code)
    {
        byte[] workbook = [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0x08, 0x00, hour, 0x37, .. "[Content_Types].xml"u8];

        var answer = await tracker.ImportAsync((await tracker.AnElectionAsync()).Id, workbook, "text/csv");

        Assert.Equal((400, code), (answer.Status, Assert.Single(answer.Codes)));
    }

    [Theory]
    [InlineData("", "import.empty")]
    [InlineData("\"case_id", "import.malformed")]
    public async Task Import_NoHeader_IsRefusedWhole(string csv, string code)
    {
        var answer = await tracker.ImportAsync(await tracker.AnElectionAsync(), csv);

        Assert.Equal(400, answer.Status);
        Assert.Equal([code], answer.Codes);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/csv; charset=utf-16")]
    public async Task Import_OtherContentType_Is415(string type)
    {
        var answer = await tracker.ImportAsync((await tracker.AnElectionAsync()).Id, Encoding.UTF8.GetBytes(ARegister.Sample), type);

        Assert.Equal(415, answer.Status);
        Assert.Equal(["body.wrong-type"], answer.Codes);
    }

    [Fact]
    public async Task Import_UnknownElection_Is404()
    {
        var answer = await tracker.ImportAsync("nowhere", Encoding.UTF8.GetBytes(ARegister.Sample), "text/csv");

        Assert.Equal(404, answer.Status);
        Assert.Equal(["election.none"], answer.Codes);
    }

    [Fact]
    public async Task Import_ByAnObserver_Is403()
    {
        var election = await tracker.AnElectionAsync();
        var answer = await tracker.ImportAsync(
            election.Id, Encoding.UTF8.GetBytes(ARegister.Sample), "text/csv", "", ("X-MS-CLIENT-PRINCIPAL", Principal("observer")));

        Assert.Equal(403, answer.Status);
    }

    private static string Principal(string role) => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        $$"""{"claims":[{"typ":"roles","val":"{{role}}"},{"typ":"sub","val":"somebody"}]}"""));
}
