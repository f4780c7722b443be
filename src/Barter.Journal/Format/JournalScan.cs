using Barter.Model;

namespace Barter.Journal;

/// <summary>Reads the entries of all files of a journal in their order, and checks that they hang together.</summary>
/// <remarks>At the end it may be asked again: what was written meanwhile is then there.</remarks>
internal sealed class JournalScan(IJournalDisk disk, bool hashes = true) : IDisposable
{
    private readonly Chain _chain = new(hashes);
    private SegmentReader? _segment;
    private bool _isChainKept;

    public Chain Chain => _chain;

    public SegmentHeader? Header { get; private set; }

    /// <summary>The file that is being read, and how far.</summary>
    public string? File => _segment?.Name;

    public long Position => _segment?.Position ?? 0;

    public int Segments { get; private set; }

    /// <summary>What is wrong where it stopped; null at a clean end.</summary>
    public Break? Break { get; private set; }

    /// <summary>The next entry's body, good until the next call; its number is one below the chain's.</summary>
    /// <exception cref="JournalException">A file was written by a newer version.</exception>
    public bool Next(out ReadOnlySpan<byte> body)
    {
        Break = null;
        body = default;
        while (_segment is not null || Open(disk.List()))
        {
            var step = _segment!.Next(out body);
            if (step == Step.Entry)
            {
                return true;
            }

            var names = disk.List();
            if (!HasLater(names))
            {
                Break = step == Step.End ? null : BreakHere(step, mayBeTorn: true);
                return false;
            }

            // The end of a file that has a successor counts only as it is once the successor is there
            step = _segment.Next(out body);
            if (step == Step.Entry)
            {
                return true;
            }

            if (step != Step.End || !_chain.IsSealed)
            {
                Break = BreakHere(step == Step.End ? Step.Cut : step, mayBeTorn: false);
                return false;
            }

            if (!Open(names))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The reason in the body of an end.</summary>
    /// <exception cref="JournalException">It cannot be understood.</exception>
    public string ReasonOf(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new BodyReader(body[1..]);
            var now = new Timestamp(reader.Int64());
            return ((JournalEntry.Ended)EntryCodec.Read(EntryKind.Ended, now, ref reader)).Reason;
        }
        catch (FormatException malformed)
        {
            throw Unreadable(malformed);
        }
    }

    /// <summary>What is said of the entry that was read last.</summary>
    public JournalException Unreadable(FormatException malformed) => new(
        JournalFault.Broken,
        string.Create(null, $"entry {_chain.Number - 1}, which ends at byte {Position} of {File}, ")
        + $"is whole but cannot be understood: {malformed.Message}; a newer version may have written it",
        File,
        Position,
        malformed);

    /// <summary>Leaves the chain to whoever goes on with it.</summary>
    public void Release() => _isChainKept = true;

    public void Dispose()
    {
        _segment?.Dispose();
        if (!_isChainKept)
        {
            _chain.Dispose();
        }
    }

    private bool HasLater(IReadOnlyList<string> names) =>
        names.Any(name => IsLater(name, _segment!.Name));

    private static bool IsLater(string name, string than) =>
        SegmentHeader.IsName(name) && string.CompareOrdinal(name, than) > 0;

    private Break BreakHere(Step step, bool mayBeTorn) => new(
        _segment!.Name,
        _segment.Position,
        step == Step.Cut
            ? string.Create(null, $"entry {_chain.Number} is cut short")
            : string.Create(null, $"what should be entry {_chain.Number} is not what was written"),
        mayBeTorn);

    /// <summary>Goes on to the next file; false where there is none, or it is not the next.</summary>
    private bool Open(IReadOnlyList<string> names)
    {
        var name = names.FirstOrDefault(name => IsLater(name, _segment?.Name ?? ""));
        if (name is null)
        {
            return false;
        }

        var expected = SegmentHeader.NameOf(_chain.Number);
        if (!string.Equals(name, expected, StringComparison.Ordinal))
        {
            Break = new Break(name, 0, $"it should be {expected}, which is missing", MayBeTorn: false);
            return false;
        }

        var segment = new SegmentReader(disk.OpenRead(name), name, _chain);
        if (!Begin(segment, isLast: !names.Any(other => IsLater(other, name))))
        {
            segment.Dispose();
            return false;
        }

        _segment?.Dispose();
        _segment = segment;
        Segments++;
        return true;
    }

    private static bool IsOf(SegmentHeader header, string session) =>
        string.Equals(header.Session, session, StringComparison.Ordinal);

    private bool Begin(SegmentReader segment, bool isLast)
    {
        var bytes = segment.PeekHeader();
        if (SegmentHeader.VersionOf(bytes) is { } version and > SegmentHeader.Version)
        {
            throw new JournalException(
                JournalFault.Newer,
                string.Create(null, $"{segment.Name} has format {version}, and this program knows those up to ")
                + string.Create(null, $"{SegmentHeader.Version}: use the version of barter that wrote it, or a newer"),
                segment.Name,
                0);
        }

        var header = SegmentHeader.Read(bytes);
        var what = header switch
        {
            null => "its header is not what was written",
            _ when header.First != _chain.Number =>
                string.Create(null, $"it starts with entry {header.First} instead of {_chain.Number}"),
            _ when !IsOf(header, Header?.Session ?? header.Session) => $"it is one of session {header.Session}",
            _ when header.Hash != (Header is null ? SegmentHeader.Genesis(header.Session).Hash : _chain.Hash) =>
                "it does not follow what stands before it",
            _ => null,
        };
        if (what is not null)
        {
            Break = new Break(segment.Name, 0, what, isLast && header is null);
            return false;
        }

        Header = header;
        segment.Begin(header!, bytes);
        return true;
    }
}
