using System.Globalization;
using Complaints.Functions.Access;
using Complaints.Functions.Docket;
using Complaints.Storage.Scanning;
using Complaints.Storage.Vault;
using NodaTime;
using NodaTime.Text;

namespace Complaints.Functions;

/// <summary>The tracker's own settings. They come from environment variables alone; the platform's command line is not ours.</summary>
internal sealed record Settings
{
    /// <summary>A wrapping key that everybody knows, for a laptop. Outside development there is none by default.</summary>
    private const string DevelopmentKey = "development:ZGV2ZWxvcG1lbnQtb25seS1ub3QtYS1zZWNyZXQtISE=";

    /// <summary>Another one, for the notes about pressure put on people.</summary>
    private const string DevelopmentRetaliationKey = "development:YW5vdGhlci1vbmUtZm9yLWRldmVsb3BtZW50LW9ubHk=";

    /// <summary>A key of receipts and a secret of codes that everybody knows, likewise.</summary>
    private const string DevelopmentReceiptKey =
        "development:MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgaujL0qQVFys2gKfOn542vqbc8Xtg0Tx3UzCKkgAlmT2hRANCAAQRWrvVq3SYLThlE3mIs1hjQqUgy3za3yU0HomN/DKMVft2TYO3LCK2KNL/Yj9TYd2QZ2BHK4kXkS2v2bt4QS0v";

    private const string DevelopmentCodeSecret = "ZGV2ZWxvcG1lbnQtb25seS1ub3QtYS1zZWNyZXQtZWl0aGVyISE=";

    /// <summary>The storage account, as a connection string.</summary>
    public required string Storage { get; init; }

    /// <summary>The keys that wrap the vault's data keys.</summary>
    public required VaultKeys VaultKeys { get; init; }

    /// <summary>The keys that wrap the data keys of notes about pressure put on people.</summary>
    public required VaultKeys RetaliationKeys { get; init; }

    /// <summary>The keys that sign receipts.</summary>
    public required ReceiptKeys ReceiptKeys { get; init; }

    /// <summary>What receipt codes are made with, and addresses marked.</summary>
    public required CodeSecret CodeSecret { get; init; }

    /// <summary>The largest request body, in bytes. A document may be nearly as large.</summary>
    public required long LargestBody { get; init; }

    /// <summary>The largest document, in bytes.</summary>
    public required long LargestDocument { get; init; }

    /// <summary>All documents of one complaint together, in bytes.</summary>
    public required long LargestComplaint { get; init; }

    /// <summary>The virus scanner, if there is one.</summary>
    public required VirusScanner Scanner { get; init; }

    /// <summary>The most calls of somebody who is known, in a minute on one host; null on a laptop, where nobody is kept from their own machine.</summary>
    public int? CallsPerMinute { get; init; }

    /// <summary>The most calls from one address of nobody known, in a minute on one host; null on a laptop.</summary>
    public int? UnknownCallsPerMinute { get; init; }

    /// <summary>The hour to start at, in development.</summary>
    public Instant? Now { get; init; }

    /// <summary>Reads and checks all settings.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing or cannot be read; the message names it.</exception>
    public static Settings FromEnvironment()
    {
        var surroundings = new Surroundings();
        var largest = Number("COMPLAINTS_LARGEST_DOCUMENT_BYTES", 95L * 1024 * 1024);

        return new Settings
        {
            Storage = Text("COMPLAINTS_STORAGE") ?? Text("AzureWebJobsStorage")
                ?? throw new InvalidOperationException("COMPLAINTS_STORAGE is not set: give the connection string of the storage account."),
            VaultKeys = Keys("COMPLAINTS_VAULT_KEYS", surroundings, DevelopmentKey),
            RetaliationKeys = Keys("COMPLAINTS_RETALIATION_KEYS", surroundings, DevelopmentRetaliationKey),
            ReceiptKeys = ReceiptKeys.Parse(Secret(
                "COMPLAINTS_RECEIPT_KEYS", "give at least one P-256 key as id:base64, in PKCS#8 (docs/receipts.md)", surroundings, DevelopmentReceiptKey)),
            CodeSecret = CodeSecret.Parse(Secret(
                "COMPLAINTS_CODE_SECRET", "give 32 random bytes in base64", surroundings, DevelopmentCodeSecret)),
            LargestDocument = largest,
            LargestComplaint = Number("COMPLAINTS_LARGEST_COMPLAINT_BYTES", 1024L * 1024 * 1024),
            Scanner = VirusScanner.At(Text("COMPLAINTS_CLAMAV")),
            LargestBody = largest + (5L * 1024 * 1024),
            CallsPerMinute = Calls("COMPLAINTS_CALLS_PER_MINUTE", surroundings.IsDevelopment ? null : 600),
            UnknownCallsPerMinute = Calls("COMPLAINTS_UNKNOWN_CALLS_PER_MINUTE", surroundings.IsDevelopment ? null : 120),
            Now = surroundings.IsDevelopment && Text("COMPLAINTS_NOW") is { } now ? Hour(now) : null,
        };
    }

    private static VaultKeys Keys(string name, Surroundings surroundings, string inDevelopment) =>
        VaultKeys.Parse(Secret(name, "give at least one wrapping key as id:base64, of 32 random bytes", surroundings, inDevelopment));

    private static string? Text(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? text : null;

    private static string Secret(string name, string advice, Surroundings surroundings, string onALaptop) =>
        Text(name) ?? (surroundings.IsDevelopment ? onALaptop : throw new InvalidOperationException($"{name} is not set: {advice}."));

    private static long Number(string name, long otherwise) => Text(name) is not { } text ? otherwise
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw new InvalidOperationException($"{name} is '{text}', which is not a number of bytes.");

    private static int? Calls(string name, int? otherwise) => Text(name) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 600_000 ? number
        : throw new InvalidOperationException($"{name} is '{text}', which is not a number of calls from 1 to 600000.");

    private static Instant Hour(string text)
    {
        foreach (var pattern in new[] { OffsetDateTimePattern.ExtendedIso, OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<G>") })
        {
            if (pattern.Parse(text) is { Success: true } parsed)
            {
                return parsed.Value.ToInstant();
            }
        }

        throw new InvalidOperationException($"COMPLAINTS_NOW is '{text}'; write the hour with its offset, for example 2021-01-05T09:00+06:00.");
    }
}
