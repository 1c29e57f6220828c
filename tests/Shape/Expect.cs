namespace Complaints.Shape.Tests;

/// <summary>How a shape test ends: with every breach of its rule in the message.</summary>
internal static class Expect
{
    /// <summary>Fails with all the breaches, one a line, if there is any.</summary>
    public static void NoBreach(IEnumerable<string> breaches)
    {
        var found = breaches.ToList();
        Assert.True(found.Count == 0, $"{found.Count} breaches:{Environment.NewLine}{string.Join(Environment.NewLine, found)}");
    }
}
