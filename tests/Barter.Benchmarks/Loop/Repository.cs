namespace Barter.Benchmarks.Loop;

/// <summary>The folder that this was built in.</summary>
internal static class Repository
{
    public static string PathOf(string relative)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Barter.Actors.sln")))
        {
            folder = folder.Parent;
        }

        return folder is not null
            ? Path.Combine(folder.FullName, relative)
            : throw new InvalidOperationException($"{relative} is in the repository, and this program is not");
    }
}
