using System.Text;

namespace Barter.Journal;

/// <summary>The journal of one session, open to its one writer.</summary>
/// <remarks>
/// For one thread at a time. After a write or a flush failed it is broken for good: every later call throws with the
/// first cause, and <see cref="DurableCount"/> stays at what is known to be durable.
/// </remarks>
public sealed class SessionJournal : IDisposable
{
    private const long SegmentBytesMax = 1 << 30;

    private readonly IJournalDisk _disk;
    private readonly IDisposable _lock;
    private readonly JournalOptions _options;
    private readonly string _session;
    private readonly Chain _chain;
    private IJournalFile _file;
    private long _first;
    private long _length;
    private JournalException? _broken;
    private bool _isClosed;

    private SessionJournal(IJournalDisk disk, IDisposable held, JournalOptions options, JournalOpening opening)
    {
        (_disk, _lock, _options, _session) = (disk, held, options, opening.Session);
        (_chain, _file, _first, _length, Found) =
            (opening.Chain, opening.File, opening.First, opening.File.Length, opening.Found);
    }

    /// <summary>What there was when it was opened.</summary>
    public JournalFound Found { get; }

    /// <summary>How many entries there are; the next has this number.</summary>
    public long Count => _chain.Number;

    /// <summary>How many entries are durable: they are there after a crash of the machine.</summary>
    public long DurableCount { get; private set; }

    /// <summary>Locks, verifies or makes the journal of a session; cuts an unfinished write off.</summary>
    /// <param name="disk">Where it is.</param>
    /// <param name="session">The session's name.</param>
    /// <param name="options">How it is kept.</param>
    /// <exception cref="JournalException">
    /// Another writer has it, it is broken, it is that of another session or of a newer version, or the disk fails.
    /// </exception>
    public static SessionJournal Open(IJournalDisk disk, string session, JournalOptions options)
    {
        if (string.IsNullOrWhiteSpace(session) || Encoding.UTF8.GetByteCount(session) > SegmentHeader.SessionBytesMax)
        {
            throw new JournalException(
                JournalFault.Misused, $"'{session}' is no name of a session: it must have 1 to 255 bytes");
        }

        if (options.SegmentBytes is < 1 or > SegmentBytesMax)
        {
            throw new JournalException(
                JournalFault.Misused, $"a file of {options.SegmentBytes} bytes is not one of 1 byte to 1 GiB");
        }

        IDisposable? held = null;
        JournalOpening? opening = null;
        try
        {
            held = disk.Lock();
            opening = JournalOpening.Of(disk, session);
            var journal = new SessionJournal(disk, held, options, opening);
            journal.Seal();
            (held, opening) = (null, null);
            return journal;
        }
        catch (Exception failure) when (DiskFaults.IsOne(failure))
        {
            throw DiskFaults.As($"the journal of {session} cannot be opened", failure);
        }
        finally
        {
            opening?.Dispose();
            held?.Dispose();
        }
    }

    /// <summary>Tells everything that was found on opening, in order.</summary>
    /// <param name="reader">Is told.</param>
    /// <param name="from">The number of the first entry that is told; those before it are in a snapshot.</param>
    /// <exception cref="JournalException">The disk fails, or an entry is of a kind that is not known.</exception>
    public void Replay(IJournalReader reader, long from = 0)
    {
        Require();
        JournalFile.Tell(_disk, reader, from, Found.Entries);
    }

    /// <summary>Writes a batch, with one write. It is durable only after <see cref="Flush"/>.</summary>
    /// <exception cref="JournalException">The disk fails now or did before.</exception>
    public void Append(JournalBatch batch)
    {
        Require();
        if (batch.Count == 0)
        {
            return;
        }

        try
        {
            if (_length >= _options.SegmentBytes && Count > _first)
            {
                Rotate();
            }

            Link(batch.Frames);
            Write(batch.Frames);
        }
        catch (Exception failure) when (DiskFaults.IsOne(failure))
        {
            throw Break("written", failure);
        }
    }

    /// <summary>Makes everything that was appended durable: it is, on return.</summary>
    /// <exception cref="JournalException">The disk fails now or did before.</exception>
    public void Flush()
    {
        Require();
        if (DurableCount == Count)
        {
            return;
        }

        try
        {
            Seal();
        }
        catch (Exception failure) when (DiskFaults.IsOne(failure))
        {
            throw Break("made durable", failure);
        }
    }

    /// <summary>Lets others have it. What was not flushed is not made durable by that.</summary>
    public void Dispose()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            _file.Dispose();
            _chain.Dispose();
            _lock.Dispose();
        }
    }

    private void Seal()
    {
        if (!_chain.IsSealed)
        {
            Span<byte> seal = stackalloc byte[Frame.SealBytes];
            _chain.Seal(seal);
            Write(seal);
        }

        _file.Flush();
        DurableCount = Count;
    }

    // Everything before is sealed and durable first, so that only the last file of a journal can have a torn end
    private void Rotate()
    {
        Seal();
        var header = new SegmentHeader(_session, Count, _chain.Hash);
        var next = JournalOpening.Make(_disk, header, _chain);
        _file.Dispose();
        (_file, _first, _length) = (next, header.First, header.Length);
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        _file.Append(bytes);
        _length += bytes.Length;
    }

    private void Link(Span<byte> frames)
    {
        for (var rest = frames; rest.Length > 0;)
        {
            var frame = rest[..(Frame.HeadBytes + Frame.BodyLength(rest))];
            _chain.Entered(Frame.Close(frame, _chain.Checksum));
            rest = rest[frame.Length..];
        }

        _chain.Add(frames);
    }

    private JournalException Break(string what, Exception failure) =>
        _broken = DiskFaults.As($"the journal of {_session} cannot be {what}", failure);

    private void Require()
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        if (_broken is not null)
        {
            throw new JournalException(_broken.Kind, _broken.Message, cause: _broken.InnerException);
        }
    }
}
