using System.Xml.Linq;
using Complaints.Storage.Forms;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Logging;

namespace Complaints.Functions;

/// <summary>Keeps the keys that sign forms and seal sessions where every host of the tracker finds them.</summary>
internal sealed partial class FormKeys(KeyRing ring, ILogger<FormKeys> logger) : IXmlRepository
{
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var (keys, unreadable) = ring.Read();

        foreach (var name in unreadable)
        {
            Log.Unreadable(logger, name);
        }

        return [.. keys.Select(XElement.Parse)];
    }

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName) =>
        ring.Add($"{Guid.NewGuid():n}.xml", element.ToString(SaveOptions.DisableFormatting));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message =
            "The form key {Name} cannot be opened: it was changed, or its wrapping key is not configured. Pages opened under it are to be opened again.")]
        public static partial void Unreadable(ILogger logger, string name);
    }
}
