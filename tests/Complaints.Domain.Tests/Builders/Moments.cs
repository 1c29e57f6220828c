using NodaTime;
using NodaTime.Text;

namespace Complaints.Domain.Tests.Builders;

/// <summary>Moments as the law of 2021 writes them: in Almaty time where no offset is given.</summary>
internal static class Moments
{
    /// <summary>A moment such as <c>2021-01-10T10:00+06:00</c>, or <c>2021-01-10 10:00</c> in Almaty.</summary>
    public static Instant At(string text) => text.Contains('T', StringComparison.Ordinal)
        ? OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<G>").Parse(WithSeconds(text)).Value.ToInstant()
        : LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(text).Value
            .InZoneStrictly(DateTimeZoneProviders.Tzdb["Asia/Almaty"]).ToInstant();

    /// <summary>The same moment in Almaty time, for reading in tests.</summary>
    public static string InAlmaty(Instant at) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Format(at.InZone(DateTimeZoneProviders.Tzdb["Asia/Almaty"]).LocalDateTime);

    private static string WithSeconds(string text) => text.IndexOf('T', StringComparison.Ordinal) + 9 <= text.Length && text[text.IndexOf('T', StringComparison.Ordinal) + 6] == ':'
        ? text
        : text.Insert(text.IndexOf('T', StringComparison.Ordinal) + 6, ":00");
}
