using Barter.Journal;

namespace Barter.Cli.Sessions;

/// <summary>A directory that holds the journal of one session.</summary>
/// <param name="Name">That of the session, which is that of the directory.</param>
/// <param name="Location">Its path.</param>
internal sealed record SessionFolder(string Name, string Location)
{
    private const string Segments = "*.journal";

    public IJournalDisk Disk => JournalDisk.At(Location);

    /// <summary>When the newest of its files was written to.</summary>
    public DateTime Written => Directory.EnumerateFiles(Location, Segments).Max(File.GetLastWriteTimeUtc);

    /// <summary>The session in a directory, or those in the directories below it, by name.</summary>
    /// <exception cref="IOException">There is no such directory.</exception>
    public static IReadOnlyList<SessionFolder> All(string directory)
    {
        if (!Directory.Exists(directory))
        {
            throw new IOException($"{directory}: no such directory; name one that 'barter paper --journal' wrote");
        }

        return IsOne(directory)
            ? [Of(directory)]
            : [.. Directory.EnumerateDirectories(directory).Where(IsOne).Order(StringComparer.Ordinal).Select(Of)];
    }

    /// <summary>The one session that is meant.</summary>
    /// <param name="directory">Its own, or the one above it.</param>
    /// <param name="name">Which; none for the only one.</param>
    /// <exception cref="IOException">There is none.</exception>
    /// <exception cref="UsageException">There is more than one.</exception>
    public static SessionFolder Find(string directory, string? name)
    {
        var all = All(directory);
        var meant = name is null
            ? all
            : [.. all.Where(session => string.Equals(session.Name, name, StringComparison.Ordinal))];
        return (meant, all) switch
        {
            ([var only], _) => only,
            (_, []) => throw new IOException(
                $"{directory}: holds no session's journal; name a directory that 'barter paper --journal' wrote"),
            (_, _) => throw new UsageException(
                $"{(name is null ? "--session: say which" : $"--session: there is no session '{name}'")}; "
                + $"{directory} holds {string.Join(", ", all.Select(session => session.Name))}"),
        };
    }

    private static bool IsOne(string directory) => Directory.EnumerateFiles(directory, Segments).Any();

    private static SessionFolder Of(string directory) =>
        new(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory))), directory);
}
