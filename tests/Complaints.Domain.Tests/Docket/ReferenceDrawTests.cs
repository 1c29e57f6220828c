using System.Security.Cryptography;
using Complaints.Domain.Docket;
using NodaTime;

namespace Complaints.Domain.Tests.Docket;

/// <summary>A reference that is taken is drawn again where a repeated request will look for its answer.</summary>
public sealed class ReferenceDrawTests
{
    [Fact]
    public void Draw_AgainAndAgain_GivesOtherReferencesOfTheSameShardInTheSameOrder()
    {
        var first = SHA256.HashData("one"u8);

        var drawn = Draws(first);

        Assert.Equal(50, drawn.Distinct().Count());
        Assert.Single(drawn.Select(each => each.Shard).Distinct());
        Assert.Equal(drawn, Draws(first));
    }

    private static IReadOnlyList<Reference> Draws(byte[] seed)
    {
        var drawn = new List<Reference>();

        for (var draw = 0; draw < 50; draw++, seed = Reference.SeedAfter(seed))
        {
            drawn.Add(Reference.Draw("KZ21P", Instant.FromUtc(2021, 1, 10, 0, 0), seed));
        }

        return drawn;
    }
}
