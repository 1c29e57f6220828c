using System.Globalization;
using Azure.Data.Tables;
using Complaints.TestKit;

namespace Complaints.StandIns.Tables.Tests;

/// <summary>What a value is written as, it is read as: alone and within a transaction.</summary>
public sealed class ValueTests(TestStorage storage) : WithTable(storage)
{
    public static TheoryData<string> Texts { get; } =
        new("", " ", "Әңғүұқөһі", "шағым №7, «бірінші»", "📮🇰🇿👩‍⚖️", "a\"b\\c/d<e>&'", "\t\r\n\u2028\u0001", new string('x', 30_000), new string('қ', 30_000));

    public static TheoryData<double> Doubles { get; } =
        new(0, -0.0, 3, 0.1, -1e300, double.Epsilon, double.MaxValue, double.MinValue, double.NaN);

    public static TheoryData<long> Longs { get; } = new(0, 7, long.MaxValue, long.MinValue, 1L << 53);

    public static TheoryData<string> Instants { get; } =
        new("1601-01-01T00:00:00Z", "2021-01-10T10:00:00.1234567+06:00", "2020-02-29T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z");

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public async Task Text_StoredAndRead_IsTheSame(string text) => Assert.Equal(text, (await ThroughAsync(text)).GetString("V"));

    [Theory]
    [MemberData(nameof(Doubles))]
    public async Task Double_StoredAndRead_IsTheSame(double number) => Assert.Equal(number, (await ThroughAsync(number)).GetDouble("V"));

    [Theory]
    [MemberData(nameof(Longs))]
    public async Task Long_StoredAndRead_IsTheSame(long number) => Assert.Equal(number, (await ThroughAsync(number)).GetInt64("V"));

    [Theory]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public async Task Int_StoredAndRead_IsTheSame(int number) => Assert.Equal(number, (await ThroughAsync(number)).GetInt32("V"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bool_StoredAndRead_IsTheSame(bool truth) => Assert.Equal(truth, (await ThroughAsync(truth)).GetBoolean("V"));

    [Theory]
    [MemberData(nameof(Instants))]
    public async Task Instant_StoredAndRead_IsTheSameInUtc(string text)
    {
        var instant = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

        var row = await ThroughAsync(instant);

        Assert.Equal(instant, row.GetDateTimeOffset("V"));
        Assert.Equal(TimeSpan.Zero, row.GetDateTimeOffset("V")!.Value.Offset);
        Assert.Equal(instant.UtcDateTime, row.GetDateTime("V"));
        Assert.Equal(DateTimeKind.Utc, row.GetDateTime("V")!.Value.Kind);
    }

    [Fact]
    public async Task DateTime_OfKindUtc_IsReadAsTheSameInstant()
    {
        var instant = new DateTime(2021, 1, 10, 4, 0, 0, DateTimeKind.Utc);

        Assert.Equal(instant, (await ThroughAsync(instant)).GetDateTime("V"));
    }

    [Fact]
    public async Task DateTime_OfAnotherKind_IsRefusedBeforeItIsSent() =>
        await Assert.ThrowsAsync<NotSupportedException>(
            () => Table.AddEntityAsync(new TableEntity("p", "r") { ["V"] = new DateTime(2021, 1, 10, 4, 0, 0, DateTimeKind.Unspecified) }, Stop));

    [Fact]
    public async Task Infinity_IsRefusedBeforeItIsSent() =>
        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => Table.AddEntityAsync(new TableEntity("p", "r") { ["V"] = double.PositiveInfinity }, Stop));

    [Fact]
    public async Task Guid_StoredAndRead_IsTheSame()
    {
        var id = Guid.NewGuid();

        Assert.Equal(id, (await ThroughAsync(id)).GetGuid("V"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(60 * 1024)]
    public async Task Bytes_StoredAndRead_AreTheSame(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);

        Assert.Equal(bytes, (await ThroughAsync(bytes)).GetBinary("V"));
        Assert.Equal(bytes, (await ThroughAsync(new BinaryData(bytes))).GetBinaryData("V").ToArray());
    }

    [Fact]
    public async Task Null_IsNotStored() => Assert.Null((await ThroughAsync(null)).GetString("V"));

    [Fact]
    public async Task Enum_IsRefusedBeforeItIsSent() =>
        await Assert.ThrowsAsync<NotSupportedException>(
            () => Table.AddEntityAsync(new TableEntity("p", "r") { ["V"] = DayOfWeek.Monday }, Stop));

    private async Task<TableEntity> ThroughAsync(object? value)
    {
        var alone = new TableEntity("p", "alone") { ["V"] = value, ["After"] = 1 };
        var together = new TableEntity("p", "together") { ["V"] = value, ["After"] = 1 };
        await Table.UpsertEntityAsync(alone, TableUpdateMode.Replace, Stop);
        await Table.SubmitTransactionAsync([new(TableTransactionActionType.UpsertReplace, together)], Stop);

        var rows = await QueryAsync();
        Assert.Equal(rows[0].TryGetValue("V", out var one) ? one : null, rows[1].TryGetValue("V", out var other) ? other : null);
        return await ReadAsync("p", "together");
    }
}
