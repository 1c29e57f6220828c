namespace Complaints.Verifier;

/// <summary>What the program is asked to check: a bundle, or an election in place.</summary>
/// <param name="File">The bundle; null for an election.</param>
/// <param name="Documents">The folder with the complaint's documents, if they are to be checked.</param>
/// <param name="Receipt">The file with a receipt, if one is held against the bundle.</param>
/// <param name="Keys">The file with the tracker's public keys, by which receipts are checked.</param>
/// <param name="Receipts">The folder with receipts, if an election is held against them.</param>
/// <param name="Connection">The connection string of the storage account.</param>
/// <param name="Election">The election's id.</param>
/// <param name="VaultKeys">The environment variable with the vault's wrapping keys, if documents are to be opened: an argument is seen by all who list processes.</param>
internal sealed record Arguments(
    string? File, string? Documents, string? Receipt, string? Keys, string? Receipts, string? Connection, string? Election, string? VaultKeys)
{
    public const string Usage = """
        Usage: complaints-verify bundle FILE.zip [--documents DIR] [--keys FILE [--receipt FILE]]
               complaints-verify election --connection STRING --election ID [--vault-keys VARIABLE] [--keys FILE --receipts DIR]

        Checks a bundle of one complaint without the tracker, or the record of a whole election in its tables, and its documents.
        One line says what is well (exit code 0) or what is the first bad thing (1). 2: it could not be checked.

          --documents DIR  the complaint's documents, under any names: each must be there with the content that was recorded
          --keys FILE      the tracker's public keys, as GET /api/keys gave them: kept from an earlier day, or from elsewhere
          --receipt FILE   a receipt of an earlier day, as the tracker gave it
          --receipts DIR   many of them, in files *.json
          --vault-keys VARIABLE  the environment variable (such as COMPLAINTS_VAULT_KEYS) with the vault's wrapping keys:
                           documents are then opened and hashed; else they have to be there, with the recorded hash beside them and the right length
        """;

    /// <summary>Reads them; null if they are none of the program's. A receipt whose signature nobody checks proves nothing, so it comes with keys.</summary>
    public static Arguments? Read(string[] args) => args switch
    {
        ["bundle", { } file, .. var rest] when !IsOption(file) && Options(rest, "--documents", "--receipt", "--keys") is { } given && (!given.ContainsKey("--receipt") || given.ContainsKey("--keys")) =>
            new Arguments(file, given.GetValueOrDefault("--documents"), given.GetValueOrDefault("--receipt"), given.GetValueOrDefault("--keys"), null, null, null, null),
        ["election", .. var rest] when Options(rest, "--connection", "--election", "--keys", "--receipts", "--vault-keys") is { } given && given.ContainsKey("--receipts") == given.ContainsKey("--keys")
            && given.TryGetValue("--connection", out var connection) && given.TryGetValue("--election", out var election) =>
            new Arguments(null, null, null, given.GetValueOrDefault("--keys"), given.GetValueOrDefault("--receipts"), connection, election, given.GetValueOrDefault("--vault-keys")),
        _ => null,
    };

    private static Dictionary<string, string>? Options(string[] rest, params string[] known)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);

        foreach (var pair in rest.Chunk(2))
        {
            if (pair is not [var name, var value] || !known.Contains(name, StringComparer.Ordinal) || IsOption(value) || !given.TryAdd(name, value))
            {
                return null;
            }
        }

        return given;
    }

    private static bool IsOption(string text) => text.StartsWith("--", StringComparison.Ordinal);
}
