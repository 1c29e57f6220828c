namespace Complaints.Functions.Docket.Print;

/// <summary>Asks for the complaint as a document for a forum.</summary>
internal sealed record PaperRequest
{
    public string? Purpose { get; init; }

    public string? Forum { get; init; }

    public string? Language { get; init; }
}
