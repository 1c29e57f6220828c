using System.Security.Cryptography;

namespace Complaints.Functions.Tests;

/// <summary>What a tracker needs to start outside development: keys of its own, drawn anew for each run of the tests.</summary>
internal static class Outside
{
    public static readonly IReadOnlyList<(string Name, string Value)> Keys =
    [
        ("COMPLAINTS_VAULT_KEYS", $"vault:{Drawn()}"), ("COMPLAINTS_RETALIATION_KEYS", $"retaliation:{Drawn()}"),
        ("COMPLAINTS_RECEIPT_KEYS", $"receipts:{ReceiptKey()}"), ("COMPLAINTS_CODE_SECRET", Drawn()),
    ];

    private static string Drawn() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private static string ReceiptKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Convert.ToBase64String(key.ExportPkcs8PrivateKey());
    }
}
