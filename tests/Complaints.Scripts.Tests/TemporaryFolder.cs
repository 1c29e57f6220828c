using System.IO;

namespace Complaints.Scripts.Tests;

/// <summary>A folder, with a blank in its name, that is gone with this object.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("complaints test ");

    /// <summary>Its absolute path.</summary>
    public string Path => _folder.FullName;

    /// <summary>The absolute path of something in it.</summary>
    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Puts an executable Bash script into it.</summary>
    public void AddProgram(string name, string text)
    {
        File.WriteAllText(PathOf(name), "#!/bin/bash\n" + text + "\n");

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(PathOf(name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Removes it with all it holds.</summary>
    public void Dispose() => _folder.Delete(recursive: true);
}
