using System.IO;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Complaints.Functions.Docket.Documents.Copies;

/// <summary>What the parts of an office document of one kind are, and what of its texts tells who wrote it, when and on what.</summary>
internal abstract class OfficeTexts
{
    /// <summary>In place of a name that a reader expects.</summary>
    protected const string Nobody = "—";

    /// <summary>Whether a part is left out altogether.</summary>
    public abstract bool IsLeftOut(string part);

    /// <summary>Whether a part is a text to be cleaned.</summary>
    public abstract bool IsText(string part);

    /// <summary>Whether a part is passed on as it is; every other that is no text has to be a picture.</summary>
    public abstract bool IsKept(string part);

    /// <summary>A text without what it tells of people and computers.</summary>
    public byte[] Clean(string part, byte[] text)
    {
        XDocument xml;

        try
        {
            // No entity of a document is ever resolved.
            using var reader = XmlReader.Create(new MemoryStream(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            xml = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            throw CannotStripException.Damaged("a text that is no XML");
        }

        xml.DescendantNodes().Where(each => each is XComment or XProcessingInstruction).ToList().ForEach(each => each.Remove());
        Clean(part, xml);
        using var clean = new MemoryStream();

        using (var writer = XmlWriter.Create(clean, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.Save(writer);
        }

        return clean.ToArray();
    }

    /// <summary>Takes out of a text what it tells.</summary>
    protected abstract void Clean(string part, XDocument xml);

    /// <summary>Whether a link leads to where everybody may look; any other may name a folder on somebody's computer.</summary>
    protected static bool IsPublic(string link) =>
        Uri.TryCreate(link.Trim(), UriKind.Absolute, out var address) && address.Scheme is ("http" or "https" or "mailto");

    /// <summary>Whether a part's name begins with one of these.</summary>
    protected static bool IsUnder(string part, params ReadOnlySpan<string> folders)
    {
        foreach (var folder in folders)
        {
            if (part.StartsWith(folder, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>DOCX (ECMA-376).</summary>
internal sealed class DocxTexts : OfficeTexts
{
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    /// <inheritdoc/>
    public override bool IsLeftOut(string part) =>
        IsUnder(part, "docProps/", "customXml/", "_xmlsignatures/", "word/people.xml", "word/_rels/settings.xml.rels", "word/printerSettings", "word/webSettings", "word/_rels/webSettings",
            "word/customizations.xml", "word/commentsUserData", "word/documenttasks", "docMetadata/");

    /// <inheritdoc/>
    public override bool IsText(string part) => part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || part.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool IsKept(string part) => part.EndsWith(".odttf", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    protected override void Clean(string part, XDocument xml)
    {
        foreach (var relation in xml.Descendants(Relations + "Relationship").Where(each => IsGone(part, each)).ToList())
        {
            relation.Remove();
        }

        // The text of a link asks for its relation, so that one stays and leads nowhere.
        foreach (var target in xml.Descendants(Relations + "Relationship").Where(each => (string?)each.Attribute("TargetMode") == "External").Attributes("Target").Where(each => !IsPublic(each.Value)))
        {
            target.Value = "about:blank";
        }

        foreach (var type in xml.Descendants(Types + "Override").Where(each => IsLeftOut(((string?)each.Attribute("PartName") ?? "").TrimStart('/'))).ToList())
        {
            type.Remove();
        }

        // The properties that a template, a mail merge, a data source or the protection of the document name, which document it is, and who saved it how often.
        xml.Descendants().Where(each => each.Name.LocalName is "rsids" or "attachedTemplate" or "mailMerge" or "dataBinding" or "docVars" or "documentProtection" or "writeProtection" or "docId").ToList()
            .ForEach(each => each.Remove());

        foreach (var attribute in xml.Descendants().Attributes().ToList())
        {
            switch (attribute.Name.LocalName)
            {
                case "author" or "initials":
                    attribute.Value = Nobody;
                    break;
                case "date" or "dateUtc" or "userId" or "providerId":
                    attribute.Remove();
                    break;
                case var name when name.StartsWith("rsid", StringComparison.Ordinal):
                    attribute.Remove();
                    break;
                // What a picture was called on the computer it came from.
                case "descr" or "title" when attribute.Parent!.Name.LocalName is "docPr" or "cNvPr":
                    attribute.Remove();
                    break;
                case "name" when attribute.Parent!.Name.LocalName is "docPr" or "cNvPr":
                    attribute.Value = "";
                    break;
            }
        }
    }

    /// <summary>Whether a relation leads to a part that is left out; from settings, it only leads to a template on somebody's computer.</summary>
    private bool IsGone(string part, XElement relation)
    {
        var target = (string?)relation.Attribute("Target") ?? "";
        var isExternal = (string?)relation.Attribute("TargetMode") == "External";
        var type = (string?)relation.Attribute("Type") ?? "";

        if (isExternal)
        {
            return !type.EndsWith("/hyperlink", StringComparison.Ordinal);
        }

        // From the folder of the part that has the relations: word/_rels/document.xml.rels speaks of word/.
        var folder = part[..Math.Max(0, part.LastIndexOf("_rels/", StringComparison.OrdinalIgnoreCase))];
        var named = new Uri(new Uri($"zip://part/{folder}"), target).AbsolutePath.TrimStart('/');
        return IsLeftOut(named);
    }
}

/// <summary>ODT (OpenDocument 1.2).</summary>
internal sealed class OdtTexts : OfficeTexts
{
    private const string Meta = "meta.xml";

    /// <inheritdoc/>
    public override bool IsLeftOut(string part) =>
        IsUnder(part, Meta, "settings.xml", "Thumbnails/", "Configurations", "META-INF/documentsignatures.xml", "META-INF/macrosignatures.xml", "layout-cache", "manifest.rdf");

    /// <inheritdoc/>
    public override bool IsText(string part) => part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool IsKept(string part) => part == "mimetype" || part.EndsWith(".ttf", StringComparison.OrdinalIgnoreCase) || part.EndsWith(".otf", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    protected override void Clean(string part, XDocument xml)
    {
        if (xml.Descendants().Any(each => each.Name.LocalName is "encryption-data"))
        {
            throw CannotStripException.Locked();
        }

        foreach (var entry in xml.Descendants().Where(each => each.Name.LocalName is "file-entry" && IsLeftOut(PathOf(each))).ToList())
        {
            entry.Remove();
        }

        foreach (var element in xml.Descendants().Where(each => each.Name.LocalName is "creator" or "initial-creator" or "printed-by" or "author-name" or "author-initials" or "creator-initials" or "sender-initials"
            or "file-name" or "template-name").ToList())
        {
            element.Value = Nobody;
        }

        // What a picture was called on the computer it came from, and how it was described.
        xml.Descendants().Where(each => each.Name.LocalName is "title" or "desc" && each.Name.NamespaceName.Contains("svg", StringComparison.Ordinal)).ToList().ForEach(each => each.Remove());
        xml.Descendants().Attributes().Where(IsTelling).ToList().ForEach(each => each.Remove());
        xml.Descendants().Where(each => each.Name.NamespaceName.EndsWith("/dc/elements/1.1/", StringComparison.Ordinal) && each.Name.LocalName is "date").ToList().ForEach(each => each.Remove());
    }

    /// <summary>A name of a frame, a mark of one saving, or a link to neither a part of the document, a place in it nor the web.</summary>
    private static bool IsTelling(XAttribute attribute) => attribute.Name.LocalName switch
    {
        "rsid" or "paragraph-rsid" => true,
        "name" => attribute.Parent!.Name.LocalName is "frame" or "image" or "object",
        "href" => !attribute.Value.StartsWith('#') && !IsPublic(attribute.Value) && !IsInside(attribute.Value),
        _ => false,
    };

    private static bool IsInside(string link) => IsUnder(link, "Pictures/", "./Pictures/", "./Object ", "Object ", "./ObjectReplacements/", "ObjectReplacements/", "Fonts/") && !link.Contains("..", StringComparison.Ordinal);

    private static string PathOf(XElement entry) => (string?)entry.Attributes().FirstOrDefault(each => each.Name.LocalName == "full-path") ?? "";
}
