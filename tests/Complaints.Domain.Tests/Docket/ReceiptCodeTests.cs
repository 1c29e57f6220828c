using Complaints.Domain.Docket;

namespace Complaints.Domain.Tests.Docket;

/// <summary>The code with which a complainant follows their own complaint.</summary>
public sealed class ReceiptCodeTests
{
    [Fact]
    public void From_Bytes_HoldsEachOfTheHundredBits()
    {
        var codes = Enumerable.Range(0, 100).Select(bit =>
        {
            var bytes = new byte[ReceiptCode.Bytes];
            bytes[bit / 8] = (byte)(0x80 >> (bit % 8));
            return ReceiptCode.From(bytes).ToString();
        }).ToList();

        Assert.Equal(100, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(ReceiptCode.From(new byte[ReceiptCode.Bytes]).ToString(), codes);
        Assert.Equal("G000-0000-0000-0000-0000", codes[0]);
        Assert.Equal("0000-0000-0000-0000-0001", codes[99]);
        Assert.All(codes, code => Assert.Matches("^(?:[0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$", code));
    }

    [Theory]
    [InlineData("4F7K-2Q9D-M0ZT-8C3W-XH51")]
    [InlineData("4f7k2q9dm0zt8c3wxh51")]
    [InlineData(" 4F7K 2Q9D MOZT 8C3W XH5I ")] // O is 0, I and L are 1
    [InlineData("4F7K-2Q9D-m0zt-8c3w-xh5l")]
    [InlineData("4F7K – 2Q9D—M0ZT\u20118C3W\u2212XH51\u200b")]
    [InlineData("4F7K\u00a02Q9D\tM0ZT\r\n8C3W XH51")]
    public void Parse_HoweverItIsTyped_IsTheSame(string typed)
    {
        Assert.True(ReceiptCode.Parse(typed).IsAllowed(out var code));
        Assert.Equal(("4F7K2Q9DM0ZT8C3WXH51", "4F7K-2Q9D-M0ZT-8C3W-XH51"), (code.Plain, code.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("9F7K-2Q9D-M0ZT-8C3W-XH5")]
    [InlineData("9F7K-2Q9D-M0ZT-8C3W-XH5RR")]
    [InlineData("9F7K-2Q9D-M0ZT-8C3W-XH5U")] // U is no letter of it
    [InlineData("9F7K-2Q9D-M0ZT-8C3W-XH5\u0416")]
    public void Parse_NoCode_IsRefusedWithoutRepeatingIt(string typed)
    {
        var refusal = Assert.Single(ReceiptCode.Parse(typed).Refusals);

        Assert.Equal(("code.malformed", "code"), (refusal.Code, refusal.Field));
        Assert.True(typed.Length == 0 || !refusal.Message.Contains(typed, StringComparison.Ordinal));
    }
}
