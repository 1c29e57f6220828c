using NodaTime;

namespace Complaints.Domain.Docket;

// Whose it is, and which other record is the same complaint.
public sealed partial class Complaint
{
    /// <summary>Whose it is: a pseudonymous caller, who took it over last or has recorded it.</summary>
    public string KeptBy => History.Select(each => each.What).OfType<HandedOver>().LastOrDefault()?.To ?? RecordedBy;

    /// <summary>The ids of the complaints that it was found to be the same as, in the order in which they were linked.</summary>
    public IReadOnlyList<string> SameAs
    {
        get
        {
            var others = new List<string>();

            foreach (var what in History.Select(each => each.What))
            {
                if (what is LinkedAsSame link)
                {
                    others.Add(link.Other);
                }
                else if (what is Unlinked undone)
                {
                    others.Remove(undone.Other);
                }
            }

            return others;
        }
    }

    /// <summary>Hands it to a colleague, whose it is from now on.</summary>
    /// <param name="to">The pseudonym of the colleague.</param>
    /// <param name="why">One of <see cref="Keeping.Reasons"/>.</param>
    /// <param name="now">The hour of recording.</param>
    /// <param name="by">Who records it.</param>
    public Result<Change> HandOver(string to, string why, Instant now, string by) =>
        to == KeptBy ? Keeping.TheirsAlready : Append(new HandedOver(to, why), now, now, by);

    /// <summary>Says that it is the same complaint as another one of its election.</summary>
    /// <param name="other">The other.</param>
    /// <param name="why">One of <see cref="Sameness.Reasons"/>.</param>
    /// <param name="now">The hour of recording.</param>
    /// <param name="by">Who records it.</param>
    public Result<Change> Link(Complaint other, string why, Instant now, string by) =>
        other.Id == Id ? Sameness.Itself
        : other.Law.Election.Id != Law.Election.Id ? Sameness.OtherElection
        : SameAs.Contains(other.Id) || other.SameAs.Contains(Id) ? Sameness.Already
        : Append(new LinkedAsSame(other.Id, why), now, now, by);

    /// <summary>Says that it is not the same complaint as another one, after all.</summary>
    /// <param name="other">The id of the other.</param>
    /// <param name="why">One of <see cref="Sameness.Corrections"/>.</param>
    /// <param name="now">The hour of recording.</param>
    /// <param name="by">Who records it.</param>
    public Result<Change> Unlink(string other, string why, Instant now, string by) =>
        SameAs.Contains(other) ? Append(new Unlinked(other, why), now, now, by) : Sameness.NotLinked;
}
