using Complaints.Domain;
using Complaints.Domain.Rulebooks;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Docket.Recompute;

/// <summary>The page about an election's law: which version counts, what another one would move, and the form that applies it.</summary>
internal sealed class LawForms(ElectionStore elections, LawShelf shelf, Forms forms, Words words, Dates dates)
{
    /// <summary>The address of the page.</summary>
    public static string AddressOf(string election) => $"/manage/elections/{Uri.EscapeDataString(election)}/law";

    /// <summary>The page: at first, with what a version would move, or with what it has moved.</summary>
    public async Task<IResult> ShowAsync(
        HttpContext http, string electionId, CancellationToken cancellationToken, RecomputeResponse? result = null, FormBody? sent = null, IReadOnlyList<Refusal>? refusals = null, int status = StatusCodes.Status200OK)
    {
        if (await elections.FindAsync(electionId, cancellationToken) is not { } election || await shelf.ForNewAsync(election, cancellationToken) is not { } present)
        {
            return Problems.From([new("election.none", $"There is no election '{Shown.Short(electionId)}' here.", Field: "election")]);
        }

        FormPart[] parts =
        [
            new(null,
            [
                new("forNew", FieldKind.FewChoices) { IsNeeded = true, Options = words.Options("YesNo", ["true", "false"]) },
                new("why", FieldKind.Text) { AtMost = 500, Word = "law.why" },
            ]),
        ];

        return Show.Page<LawPage>(
            new
            {
                Election = election,
                Present = present,
                Versions = (IReadOnlyList<Rulebook>)[.. (await shelf.AllAsync(cancellationToken)).Where(each => each.Jurisdiction == present.Jurisdiction)],
                Result = result,
                Moves = (IReadOnlyList<LawMove>)[.. (result?.Moves ?? []).Take(LawMove.Most).Select(each => new LawMove(each.Id, each.Reference, each.From, [.. each.Changes.Select(change => Said(change, present))]))],
                Form = sent is null ? forms.New(http, parts, new Dictionary<string, string> { ["forNew"] = "true" }) : forms.Again(http, parts, sent, "", refusals ?? []),
            },
            status);
    }

    private string Said(ChangeResponse change, Rulebook law) => words[
        "repin.change",
        words[$"repin.what.{change.What}"],
        change.What switch
        {
            "deadline" => $"{words.Of("ClockKind", Capital(change.Kind))}, {change.Forum}",
            "step" or "timer" => words.Of("ProceduralStep", change.Kind),
            _ => "",
        },
        Value(change.Before, law),
        Value(change.After, law)];

    private string Value(object? value, Rulebook law) => value switch
    {
        EndResponse { LastMomentLocal: { } last } => last,
        EndResponse end => words.Of("Mode", Capital(end.Mode)),
        NodaTime.Instant at => dates.Of(at, law.DefaultZone),
        Domain.Deadlines.Timeliness verdict => words.Of(verdict),
        bool isOpen => words.Of("YesNo", isOpen ? "true" : "false"),
        IEnumerable<string> forums => string.Join(", ", forums),
        _ => "–",
    };

    private static string? Capital(string? code) => code is { Length: > 0 } ? char.ToUpperInvariant(code[0]) + code[1..] : code;
}

/// <summary>A complaint that a version moves, in words.</summary>
/// <param name="Id">The complaint.</param>
/// <param name="Reference">What people read out.</param>
/// <param name="From">The version it is judged under.</param>
/// <param name="Changes">What is otherwise.</param>
public sealed record LawMove(string Id, string Reference, string From, IReadOnlyList<string> Changes)
{
    /// <summary>So many a page shows; all are counted.</summary>
    public const int Most = 20;
}
