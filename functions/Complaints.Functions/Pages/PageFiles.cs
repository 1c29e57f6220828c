using System.IO;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Complaints.Functions.Pages;

/// <summary>A file that pages need, in memory, plain and compressed.</summary>
/// <param name="Name">Its name with a part that changes with its content.</param>
/// <param name="Type">The media type.</param>
/// <param name="Plain">The bytes.</param>
/// <param name="Zipped">The bytes compressed with gzip.</param>
internal sealed record Asset(string Name, string Type, byte[] Plain, byte[] Zipped);

/// <summary>The files that pages need, read once. Their names change with their content, so browsers keep them for good.</summary>
internal sealed partial class PageFiles
{
    /// <summary>GOV.UK Frontend as published.</summary>
    public const string Frontend = "govuk-frontend.min.css";

    /// <summary>What we add to it.</summary>
    public const string Own = "complaints.css";

    /// <summary>The mark in the browser's tab.</summary>
    public const string Mark = "mark.svg";

    private const string Fonts = "system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",\"Liberation Sans\",Arial,sans-serif";

    private const string Licence = "/*! GOV.UK Frontend, Crown Copyright (Government Digital Service), MIT licence; system fonts in place of its own. */\n";

    private readonly Dictionary<string, Asset> byFile = [];

    public PageFiles(ILogger<PageFiles> logger)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "assets");

        foreach (var file in new[] { Frontend, Own, Mark }.Where(each => File.Exists(Path.Combine(folder, each))))
        {
            byFile[file] = Read(file, File.ReadAllBytes(Path.Combine(folder, file)));
        }

        if (!byFile.ContainsKey(Frontend))
        {
            Log.Unstyled(logger);
        }
    }

    /// <summary>The address of a file; null if it is not there.</summary>
    public string? AddressOf(string file) => byFile.TryGetValue(file, out var asset) ? $"/assets/{asset.Name}" : null;

    /// <summary>The file of this name; null if there is none, or no longer.</summary>
    public Asset? Find(string name) => byFile.Values.FirstOrDefault(each => each.Name == name);

    private static Asset Read(string file, byte[] bytes)
    {
        var plain = file == Frontend ? Neutral(bytes) : bytes;
        var hash = Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 6));
        var extension = Path.GetExtension(file);
        return new Asset(
            $"{Path.GetFileNameWithoutExtension(file)}.{hash}{extension}",
            extension == ".css" ? "text/css; charset=utf-8" : "image/svg+xml",
            plain,
            Zip(plain));
    }

    /// <summary>The style sheet without what is reserved for GOV.UK: its font and its crest.</summary>
    private static byte[] Neutral(byte[] published)
    {
        var css = Face().Replace(Encoding.UTF8.GetString(published), "");
        css = FontNotice().Replace(css, "").Replace("GDS Transport,arial,sans-serif", Fonts, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(Licence + Crest().Replace(css, "none").Replace("@charset \"UTF-8\";", "", StringComparison.Ordinal));
    }

    private static byte[] Zip(byte[] plain)
    {
        using var zipped = new MemoryStream();

        using (var gzip = new GZipStream(zipped, CompressionLevel.SmallestSize))
        {
            gzip.Write(plain);
        }

        return zipped.ToArray();
    }

    [GeneratedRegex(@"@font-face\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Face();

    [GeneratedRegex(@"/\*!.*?\*/\s*", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FontNotice();

    [GeneratedRegex(@"url\(/assets/[^)]*\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Crest();

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The style sheet of GOV.UK Frontend was not installed when the tracker was built: pages work, unstyled. Run npm ci and build again.")]
        public static partial void Unstyled(ILogger logger);
    }
}
