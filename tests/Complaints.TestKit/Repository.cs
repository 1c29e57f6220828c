using System.IO;

namespace Complaints.TestKit;

/// <summary>The folder of this repository that the running tests were built from.</summary>
public static class Repository
{
    /// <summary>The absolute path of the folder that holds Complaints.sln.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The absolute path of something in the repository, from its path under <see cref="Root"/>.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Complaints.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {start} holds Complaints.sln.");
    }
}
