using System.IO;
using Complaints.Verifier;
using Complaints.Verifier.Bundles;
using Complaints.Verifier.Elections;

if (Arguments.Read(args) is not { } asked)
{
    await Console.Error.WriteLineAsync(Arguments.Usage);
    return 2;
}

try
{
    var verdict = asked is { File: { } file }
        ? BundleCheck.Of(file, asked.Documents, asked.Receipt, asked.Keys)
        : await ElectionCheck.OfAsync(asked.Connection!, asked.Election!, asked.VaultKeys, GivenReceipts.Read(asked.Receipts, asked.Keys), CancellationToken.None);

    await Console.Out.WriteLineAsync(verdict.Line);
    return verdict.IsWell ? 0 : 1;
}
catch (Exception e) when (e is not OutOfMemoryException)
{
    // Nothing is said about the record: a file or an account that cannot be reached proves nothing.
    await Console.Error.WriteLineAsync($"It could not be checked: {new StringReader(e.Message).ReadLine()}");
    return 2;
}
