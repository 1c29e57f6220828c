using Complaints.Domain;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Docket.OpenElection;

/// <summary>The page with the form that opens an election.</summary>
internal sealed class OpeningForms(LawShelf shelf, Forms forms, Words words)
{
    /// <summary>The address of the page.</summary>
    public const string Address = "/manage/new-election";

    private static readonly Dictionary<string, string> AtFirst = new(StringComparer.Ordinal) { ["opening.isTraining"] = "false" };

    /// <summary>The page with an empty form, or with what was sent and why it was not taken.</summary>
    public async Task<IResult> ShowAsync(
        HttpContext http, CancellationToken cancellationToken, FormBody? sent = null, IReadOnlyList<Refusal>? refusals = null, int status = StatusCodes.Status200OK)
    {
        var parts = await PartsAsync(cancellationToken);
        return Show.Page<OpeningPage>(
            new { Form = sent is null ? forms.New(http, parts, AtFirst) : forms.Again(http, parts, sent, "", refusals ?? []) }, status);
    }

    private async Task<IReadOnlyList<FormPart>> PartsAsync(CancellationToken cancellationToken) =>
    [
        new FormPart(null,
        [
            new("opening.name", FieldKind.Text) { IsNeeded = true, AtMost = 200 },
            new("opening.id", FieldKind.Text) { IsNeeded = true, AtMost = 40 },
            new("opening.code", FieldKind.Text) { IsNeeded = true, AtMost = 6 },
            new("opening.electionDay", FieldKind.Day),
            new("opening.rulebook", FieldKind.Choice)
            {
                IsNeeded = true,
                Options = [.. (await shelf.AllAsync(cancellationToken)).Select(each => new FormOption(each.Version, $"{each.Name.In(Words.Language)} ({each.Version})"))],
            },
            new("opening.isTraining", FieldKind.FewChoices) { IsNeeded = true, Options = words.Options("YesNo", ["false", "true"]) },
        ]),
    ];
}
