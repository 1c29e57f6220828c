using Complaints.Domain.Docket;
using NodaTime;

namespace Complaints.Domain.Tests.Docket;

/// <summary>The reference people read out.</summary>
public sealed class ReferenceTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly Instant ElectionDay = Instant.FromUtc(2021, 1, 10, 6, 0);

    [Fact]
    public void Parse_WhatWasDrawn_IsTheSame()
    {
        var drawn = Draw(ElectionDay, 1);
        Assert.True(Reference.Parse(drawn.Id).IsAllowed(out var read));
        Assert.Equal(drawn, read);
        Assert.Equal(drawn.Id.ToUpperInvariant(), drawn.ToString());
        Assert.Matches("^KZ21P-[0-9A-HJKMNP-TV-Z]{7}[0-9A-F]-[0-9A-HJKMNP-TV-Z]$", drawn.ToString());
    }

    [Fact]
    public void Parse_AnyOneCharacterWrong_IsRefused()
    {
        var drawn = Draw(ElectionDay, 7).ToString();
        var slips = from place in Places(drawn)
                    from wrong in Alphabet
                    where wrong != drawn[place]
                    select drawn[..place] + wrong + drawn[(place + 1)..];
        Assert.All(slips, slip => Assert.False(Reference.Parse(slip).IsAllowed(out _), slip));
    }

    [Fact]
    public void Parse_AnyTwoCharactersSwapped_IsRefused()
    {
        var drawn = Draw(ElectionDay, 7).ToString();
        var places = Places(drawn).ToArray();
        var slips = from one in places
                    from other in places
                    where one < other && drawn[one] != drawn[other]
                    select Swapped(drawn, one, other);
        Assert.NotEmpty(slips);
        Assert.All(slips, slip => Assert.False(Reference.Parse(slip).IsAllowed(out _), slip));
    }

    [Fact]
    public void Parse_LettersThatLookLikeDigits_AreRead()
    {
        var drawn = Enumerable.Range(0, 500).Select(seed => Draw(ElectionDay, seed)).First(each => each.Body.Contains('0', StringComparison.Ordinal) && each.Body.Contains('1', StringComparison.Ordinal));
        foreach (var one in "IiLl")
        {
            Assert.True(Reference.Parse($" {drawn.ToString().Replace('0', 'o').Replace('1', one)} ").IsAllowed(out var read));
            Assert.Equal(drawn, read);
        }
    }

    // As it comes from paper, from a messenger and from a telephone that sets the hyphens itself.
    [Theory]
    [InlineData(" {0} – {1} – {2} ")]
    [InlineData("{0}—{1}—{2}")]
    [InlineData("{0}\u2011{1}\u2212{2}")]
    [InlineData("{0}\u00a0{1}\u2009{2}\u200b")]
    [InlineData("\ufeff{0}{1}{2}\r\n")]
    public void Parse_HoweverItsPartsAreSetApart_IsTheSame(string form)
    {
        var drawn = Draw(ElectionDay, 7);
        var parts = drawn.Id.Split('-');
        Assert.True(Reference.Parse(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, parts[0], $"{parts[1][..4]} {parts[1][4..]}", parts[2])).IsAllowed(out var read));
        Assert.Equal(drawn, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("KZ21P")]
    [InlineData("KZ21P-4F7K2Q9D")]
    [InlineData("KZ21P-4F7K2Q9-X")]
    [InlineData("K-4F7K2Q9D-X")]
    [InlineData("KZ21PXY-4F7K2Q9D-X")]
    [InlineData("KZ21P-4F7K2Q9U-X")]
    [InlineData("KZ21P-4F7K2Q9Z-X")]
    public void Parse_NotOfTheForm_IsMalformed(string typed) =>
        Assert.Equal("reference.malformed", Assert.Single(Reference.Parse(typed).Refusals).Code);

    [Fact]
    public void Draw_LaterDays_SortBehind()
    {
        var days = Enumerable.Range(0, 3000).Select(day => Draw(ElectionDay + Duration.FromDays(day), 99 - (day % 100)).Id[..9]).ToArray();
        Assert.Equal(days.Order(StringComparer.Ordinal), days);
    }

    [Fact]
    public void Draw_Shards_AreTheSixteenHexDigits() =>
        Assert.Equal("0123456789abcdef", string.Concat(Enumerable.Range(0, 400).Select(seed => Draw(ElectionDay, seed).Shard).Distinct().Order()));

    [Fact]
    public void Draw_SameSeed_MeetsItsOwnRows()
    {
        var seed = Reference.Seed("caller", "kz-2021", "key");
        Assert.Equal(Reference.Draw("KZ21P", ElectionDay, seed), Reference.Draw("kz21p", ElectionDay, seed));
        Assert.NotEqual(Reference.Seed("caller", "kz-2021", "other"), seed);
    }

    private static Reference Draw(Instant now, int seed) => Reference.Draw("KZ21P", now, Reference.Seed("test", seed.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static IEnumerable<int> Places(string reference) => Enumerable.Range(0, reference.Length).Where(place => reference[place] != '-');

    private static string Swapped(string text, int one, int other)
    {
        var signs = text.ToCharArray();
        (signs[one], signs[other]) = (signs[other], signs[one]);
        return new string(signs);
    }
}
