[assembly: AssemblyFixture(typeof(Complaints.TestKit.TestStorage))]

namespace Complaints.TestKit.Tests;

public sealed class TestStorageTests(TestStorage storage)
{
    [Fact]
    public void ConnectionString_AsAnAssemblyFixture_IsThere() => Assert.Contains("TableEndpoint=", storage.ConnectionString);

    [Fact]
    public void NewName_Twice_Differs()
    {
        Assert.NotEqual(TestStorage.NewName("docket"), TestStorage.NewName("docket"));
        Assert.Matches("^docket[0-9a-f]{12}$", TestStorage.NewName("docket"));
    }
}
