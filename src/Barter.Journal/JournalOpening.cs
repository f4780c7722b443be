namespace Barter.Journal;

/// <summary>Finds the end of a session's journal, and makes it one that can be written on.</summary>
internal sealed class JournalOpening : IDisposable
{
    private JournalOpening(string session, Chain chain, IJournalFile file, long first, JournalFound found) =>
        (Session, Chain, File, First, Found) = (session, chain, file, first, found);

    public string Session { get; }

    public Chain Chain { get; }

    public IJournalFile File { get; }

    /// <summary>The number of the first entry in <see cref="File"/>.</summary>
    public long First { get; }

    public JournalFound Found { get; }

    /// <exception cref="JournalException">It is broken, that of another session, or of a newer version.</exception>
    public static JournalOpening Of(IJournalDisk disk, string session)
    {
        var scan = new JournalScan(disk);
        try
        {
            var ended = ReadAll(scan);
            if (scan.Header is { } header && !string.Equals(header.Session, session, StringComparison.Ordinal))
            {
                throw new JournalException(
                    JournalFault.Misused,
                    $"the journal is that of session {header.Session}, not of {session}: choose another directory");
            }

            var torn = scan.Break is null ? 0 : CutTear(disk, scan, session);
            var isNew = scan.Header is null;
            var file = scan.File is { } name
                ? disk.OpenAppend(name)
                : Make(disk, SegmentHeader.Genesis(session), scan.Chain);
            var found = new JournalFound(scan.Chain.Number, torn, isNew, ended);
            var opening = new JournalOpening(
                session, scan.Chain, file, scan.File is null ? 0 : SegmentHeader.FirstOf(scan.File), found);
            scan.Release();
            return opening;
        }
        finally
        {
            scan.Dispose();
        }
    }

    /// <summary>Makes a file that starts with a header, durably.</summary>
    public static IJournalFile Make(IJournalDisk disk, SegmentHeader header, Chain chain)
    {
        var bytes = header.ToBytes();
        var file = disk.OpenAppend(header.FileName);
        try
        {
            file.Append(bytes);
            file.Flush();
        }
        catch
        {
            file.Dispose();
            throw;
        }

        chain.Begin(header, SegmentHeader.ChecksumOf(bytes));
        return file;
    }

    public void Dispose()
    {
        File.Dispose();
        Chain.Dispose();
    }

    private static string? ReadAll(JournalScan scan)
    {
        string? ended = null;
        while (scan.Next(out var body))
        {
            ended = body[0] == (byte)EntryKind.Ended ? scan.ReasonOf(body) : null;
        }

        return ended;
    }

    /// <summary>Removes what a crash left of a write, and nothing else; gives its bytes.</summary>
    private static long CutTear(IJournalDisk disk, JournalScan scan, string session)
    {
        var bytes = Tear.BytesOf(disk, scan, session);
        var found = scan.Break!;
        if (found.Position == 0)
        {
            disk.Delete(found.File);
            return bytes;
        }

        using var file = disk.OpenAppend(found.File);
        file.Truncate(found.Position);
        file.Flush();
        return bytes;
    }
}
