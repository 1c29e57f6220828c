using System.Xml.Linq;
using Complaints.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Complaints.Functions;

/// <summary>Keeps the keys that sign forms where every host of the tracker finds them.</summary>
internal sealed class FormKeys(KeyRing ring) : IXmlRepository
{
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() => [.. ring.Read().Select(XElement.Parse)];

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName) =>
        ring.Add($"{Guid.NewGuid():n}.xml", element.ToString(SaveOptions.DisableFormatting));
}
