using Complaints.Domain;
using Complaints.Domain.Docket;

namespace Complaints.Functions.Docket;

/// <summary>What the law says of recordings from polling stations, and which documents it is said of.</summary>
internal static class Recordings
{
    private const string Rule =
        "The recorded material can be used only as evidence material in civil, administrative and criminal cases; its publication and dissemination are prohibited.";

    private const string Source = "ODIHR LEOM, Statement of Preliminary Findings and Conclusions, 11 January 2021, note 60";
    private const string SourceInRussian =
        "Ограниченная миссия БДИПЧ ОБСЕ по наблюдению за выборами, Заявление о предварительных выводах и заключениях, 11 января 2021 года, сноска 60";

    private const string SourceInKazakh =
        "ЕҚЫҰ ДИАҚБ-ның сайлауды байқау жөніндегі шектеулі миссиясы, Алдын ала нәтижелер мен қорытындылар туралы мәлімдеме, 2021 жылғы 11 қаңтар, 60-ескертпе";

    /// <summary>What may be done with a recording, with its source, in English.</summary>
    public const string Limit = $"{Rule} ({Source})";

    /// <summary>The refusal of a recording whose reader has not said that this was read.</summary>
    public static readonly Refusal Warning = new("document.warning-not-seen", $"{Rule} Read this, then ask again with ?warned=true.", new(Source, SourceInRussian, SourceInKazakh), "warned");

    /// <summary>Whether it is a recording of what somebody saw: video and pictures. A screenshot or scan may be one, so every picture counts.</summary>
    public static bool Has(DocumentAdded document) =>
        document.Type.StartsWith("image/", StringComparison.Ordinal) || document.Type.StartsWith("video/", StringComparison.Ordinal);
}
