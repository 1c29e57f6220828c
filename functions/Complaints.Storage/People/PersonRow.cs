using Azure.Data.Tables;
using Complaints.Domain;
using NodaTime;

namespace Complaints.Storage.People;

/// <summary>
/// What is known of people, in one partition of the table of elections that no election's name can take: "t:" + election + ":" + person is what somebody is in an
/// election, "l:" + person whether they are locked out. Neither row holds a name.
/// </summary>
internal static class PersonRow
{
    public const string Partition = "~people";

    private const string Team = "t:";
    private const string Locks = "l:";

    public static TableEntity From(string election, Member member, string by, Instant now) =>
        Signed(
            new TableEntity(Partition, $"{Team}{KeyPart.Check(election)}:{KeyPart.Check(member.Person)}")
            {
                ["Roles"] = string.Join(' ', member.Roles),
                ["ReadsRetaliation"] = member.ReadsRetaliation,
            },
            by,
            now);

    public static TableEntity FromLock(string person, bool isLocked, string by, Instant now) =>
        Signed(new TableEntity(Partition, Locks + KeyPart.Check(person)) { ["IsLocked"] = isLocked }, by, now);

    public static void Read(TableEntity row, Roster roster)
    {
        if (row.RowKey.StartsWith(Locks, StringComparison.Ordinal))
        {
            if (row.GetBoolean("IsLocked") is true)
            {
                roster.Lock(row.RowKey[Locks.Length..]);
            }
        }
        else if (row.RowKey.Split(':') is [_, var election, var person])
        {
            roster.Name(election, new Member(
                person,
                row.GetString("Roles").Split(' ', StringSplitOptions.RemoveEmptyEntries),
                row.GetBoolean("ReadsRetaliation") is true));
        }
    }

    private static TableEntity Signed(TableEntity row, string by, Instant now)
    {
        row["By"] = by;
        row["At"] = RecordJson.Text(now);
        return row;
    }
}
