using Complaints.TestKit;

[assembly: AssemblyFixture(typeof(TestStorage))]
