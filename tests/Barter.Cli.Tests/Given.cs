namespace Barter.Cli.Tests;

/// <summary>The files that come with the repository.</summary>
internal static class Given
{
    public static string Root { get; } = FindRoot();

    public static string Config => InData("config/spot.json");

    public static string Short => InData("markets/short.jsonl");

    public static string Reconnects => InData("markets/reconnects.json");

    public static string Day => InData("markets/day.json.gz");

    public static string InData(string path) => Path.Combine(Root, "data", path);

    /// <summary>A file that lies beside the repository on some machines; none where it does not.</summary>
    public static string? Shared(string path)
    {
        var file = Path.GetFullPath(Path.Combine(Root, "..", "shared", "data", path));
        for (var folder = new DirectoryInfo(Root); !File.Exists(file); folder = folder.Parent)
        {
            if (folder is null)
            {
                return null;
            }

            file = Path.Combine(folder.FullName, "shared", "data", path);
        }

        return file;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Barter.Actors.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new InvalidOperationException($"no folder above {AppContext.BaseDirectory} is the root");
    }
}
