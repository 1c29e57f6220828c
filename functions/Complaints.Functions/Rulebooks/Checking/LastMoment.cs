using System.Security.Cryptography;
using System.Text;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using NodaTime;

namespace Complaints.Functions.Rulebooks.Checking;

/// <summary>The last moment to file by the earliest reading, as an entry for a calendar. It names forum and readings, and nobody.</summary>
/// <param name="Id">The same for the same answers, so that an entry added twice stands there once.</param>
/// <param name="DueExclusive">The first instant that is too late.</param>
/// <param name="Language">The tag of the language it is written in.</param>
/// <param name="Title">What it is.</param>
/// <param name="Text">The other readings, and what it rests on.</param>
internal sealed record LastMoment(string Id, Instant DueExclusive, string Language, string Title, string Text)
{
    /// <summary>The entry for one forum; null where no reading gives a date.</summary>
    public static LastMoment? Of(CheckedForum looked, CheckAnswers answers, Words words, Dates dates)
    {
        if (looked.Opinion.Deadline is not { Earliest: { } earliest } deadline)
        {
            return null;
        }

        var forum = words.NameOf(looked.Forum);
        string[] lines =
        [
            words["check.calendar.safe", dates.LastBefore(earliest, deadline.Zone)],
            .. ReadingLine.Of(deadline, words).Select(each => $"- {each.Label}: {each.LastMomentOf(words, dates)}"),
            words["check.calendar.law", deadline.Selected.Name.In(Words.Language), deadline.Selected.Footing.Citation?.In(Words.Language) ?? "–", deadline.Versions.Rulebook],
        ];
        return new LastMoment(
            IdOf(looked.Forum.Id, answers), earliest, Languages.TagOf(Words.Language), words["check.calendar.title", forum], string.Join('\n', lines));
    }

    private static string IdOf(string forum, CheckAnswers answers)
    {
        var told = answers.All.Where(each => each.Name != "forum").Select(each => $"{each.Name}={each.Value}").Order(StringComparer.Ordinal).Prepend(forum);
        return $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', told))).AsSpan(0, 16))}@check.complaints.invalid";
    }
}
