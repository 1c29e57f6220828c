using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Complaints.Functions.Alerts.Undelivered;

/// <summary>The page about notices of an election that were owed and have not been handed out: try them again, or give one up with a reason.</summary>
internal sealed class UndeliveredForms(DueStore due, ElectionStore elections, LawShelf shelf, Forms forms, TimeProvider time)
{
    /// <summary>A page shows so many; the oldest first.</summary>
    private const int Most = 50;

    /// <summary>Delivery runs every minute: what is older than this was tried in vain, or not at all.</summary>
    private static readonly Duration Grace = Duration.FromMinutes(5);

    /// <summary>The address of the page.</summary>
    public static string AddressOf(string election) => $"/manage/elections/{Uri.EscapeDataString(election)}/alerts";

    /// <summary>The notices of an election that should have been handed out by now.</summary>
    public Task<IReadOnlyList<Storage.Docket.Undelivered>> OfAsync(Election election, CancellationToken cancellationToken) =>
        due.UndeliveredAsync(election, time.Now() - Grace, Most, cancellationToken);

    /// <summary>The page, as it is opened or with what was wrong with what was sent.</summary>
    public async Task<IResult> ShowAsync(
        HttpContext http, string electionId, CancellationToken cancellationToken, FormBody? sent = null, IReadOnlyList<Refusal>? refusals = null, int status = StatusCodes.Status200OK)
    {
        if (await elections.FindAsync(electionId, cancellationToken) is not { } election)
        {
            return Problems.From([new("election.none", $"There is no election '{Shown.Short(electionId)}' here.", Field: "election")]);
        }

        var notices = await OfAsync(election, cancellationToken);
        FormPart[] parts =
        [
            new(null,
            [
                new("notice", FieldKind.Choice) { IsNeeded = true, Options = [.. notices.Select(each => new FormOption(each.Alert.Id, $"{each.Alert.Complaint.ToUpperInvariant()}, {each.Alert.Limit}"))] },
                new("reason", FieldKind.Text) { IsNeeded = true, AtMost = GiveUpRequest.LongestReason },
            ]),
        ];
        return Show.Page<UndeliveredPage>(
            new
            {
                Election = election,
                Zone = (await shelf.ForNewAsync(election, cancellationToken))?.DefaultZone ?? DateTimeZone.Utc,
                Notices = notices,
                Form = sent is null ? forms.New(http, parts, new Dictionary<string, string>()) : forms.Again(http, parts, sent, "", refusals ?? []),
            },
            status);
    }
}
