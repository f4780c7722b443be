namespace Barter.Architecture.Tests;

/// <summary>The text files of the repository; built, hidden and binary ones left out.</summary>
internal static class Files
{
    private static readonly string[] Skipped = ["artifacts", "bin", "obj", "TestResults"];

    /// <summary>Paths are from the root and have slashes.</summary>
    public static IEnumerable<(string Path, string Text)> Texts() => Walk(new DirectoryInfo(House.Root))
        .Select(file => (Path: Relative(file), Text: File.ReadAllText(file.FullName)))
        .Where(file => !file.Text.Contains('\0', StringComparison.Ordinal));

    private static string Relative(FileInfo file) =>
        Path.GetRelativePath(House.Root, file.FullName).Replace('\\', '/');

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) => folder.EnumerateFiles()
        .Where(file => file.Name != ".git")
        .Concat(folder.EnumerateDirectories().Where(IsOurs).SelectMany(Walk));

    private static bool IsOurs(DirectoryInfo folder) =>
        !Skipped.Contains(folder.Name) && (!folder.Name.StartsWith('.') || folder.Name == ".ci");
}
