using System.Text;
using Azure.Data.Tables;
using Complaints.Domain.Rulebooks;
using Complaints.Storage.Rulebooks;
using Complaints.TestKit;

namespace Complaints.Storage.Tests.Rulebooks;

/// <summary>Rulebooks to publish, each a version of the law of 2021 with something changed, and tables of their own to publish them in.</summary>
internal static class ARulebook
{
    public static Rulebook WithDayOff(string date, int version = 2, int calendar = 2) => Of(
        version, $$"""{ "calendar": { "basedOn": "KZ@1", "version": {{calendar}}, "addNonWorking": [ { "date": "{{date}}", "name": "x" } ] } }""");

    /// <summary>One whose document takes more than a property of a table may hold.</summary>
    public static Rulebook Large(int version) => Of(version, $$"""{ "notes": [ { "text": "{{new string('x', 200 * 1024)}}" } ] }""");

    public static Rulebook Of(int version, string changes)
    {
        var document = $$"""{ "schemaVersion": 1, "id": "KZ-2020", "version": {{version}}, "basedOn": "KZ-2020@1", "changes": {{changes}} }""";
        var read = RulebookReader.Read(Encoding.UTF8.GetBytes(document), ShippedLaw.Library.With(ShippedLaw.Rulebooks.Values));
        Assert.True(read.IsAllowed(out var rulebook), string.Join("; ", read.Refusals.Select(each => $"{each.Field} {each.Message}")));
        return rulebook!;
    }

    public static async Task<TableClient> TableAsync(TestStorage storage)
    {
        var table = new TableClient(storage.ConnectionString, TestStorage.NewName("rulebooks"));
        await table.CreateAsync(TestContext.Current.CancellationToken);
        return table;
    }

    public static RulebookStore Store(this TableClient table) => new(table);
}
