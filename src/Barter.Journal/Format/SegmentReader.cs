namespace Barter.Journal;

/// <summary>Reads the frames of one file in their order, and checks them against the chain.</summary>
/// <remarks>After anything but an entry it may be asked again: what was written meanwhile is then there.</remarks>
internal sealed class SegmentReader(IJournalFile file, string name, Chain chain) : IDisposable
{
    private const int BufferBytesMin = 4 << 10;
    private const int BufferBytesMax = 1 << 20;

    private byte[] _buffer = new byte[Math.Clamp(file.Length, BufferBytesMin, BufferBytesMax)];
    private int _start;
    private int _end;
    private int _unhashed;

    public string Name => name;

    public IJournalFile File => file;

    /// <summary>Of the next frame in the file.</summary>
    public long Position { get; private set; }

    /// <summary>The bytes of the header; fewer than it needs where the file is too short.</summary>
    public byte[] PeekHeader()
    {
        var bytes = new byte[SegmentHeader.BytesMax];
        var count = 0;
        while (count < bytes.Length && file.Read(count, bytes.AsSpan(count)) is var read and > 0)
        {
            count += read;
        }

        return bytes[..count];
    }

    public void Begin(SegmentHeader header, ReadOnlySpan<byte> bytes)
    {
        Position = header.Length;
        chain.Begin(header, SegmentHeader.ChecksumOf(bytes[..header.Length]));
    }

    /// <summary>The body of the next entry, good until the next call.</summary>
    public Step Next(out ReadOnlySpan<byte> body)
    {
        while (true)
        {
            var step = NextFrame(out var frame);
            body = step == Step.Entry ? frame[Frame.HeadBytes..] : default;
            if (step != Step.Entry)
            {
                Forget();
                return step;
            }

            if (body[0] != (byte)EntryKind.Seal)
            {
                chain.Entered(Frame.Checksum(frame));
                Pass(frame.Length);
                return Step.Entry;
            }

            HashUpToHere();
            if (!chain.Accept(frame))
            {
                Forget();
                return Step.Damaged;
            }

            Pass(frame.Length);
            _unhashed = _start;
        }
    }

    public void Dispose() => file.Dispose();

    private Step NextFrame(out ReadOnlySpan<byte> frame)
    {
        frame = default;
        if (!Has(Frame.HeadBytes))
        {
            return _end == _start ? Step.End : Step.Cut;
        }

        var length = Frame.BodyLength(_buffer.AsSpan(_start));
        if (length is < Frame.BodyBytesMin or > Frame.BodyBytesMax)
        {
            return Step.Damaged;
        }

        if (!Has(Frame.HeadBytes + length))
        {
            return Step.Cut;
        }

        frame = _buffer.AsSpan(_start, Frame.HeadBytes + length);
        var body = frame[Frame.HeadBytes..];
        var isSeal = body[0] == (byte)EntryKind.Seal;
        return Checksum.Of(isSeal ? 0 : chain.Checksum, body) == Frame.Checksum(frame)
            && (!isSeal || length == Frame.SealBodyBytes)
            ? Step.Entry
            : Step.Damaged;
    }

    private void Pass(int bytes)
    {
        _start += bytes;
        Position += bytes;
    }

    /// <summary>Makes sure that so many bytes are in the buffer, if the file has them.</summary>
    private bool Has(int count)
    {
        if (_end - _start >= count)
        {
            return true;
        }

        // A length that is nonsense must not make room for itself
        var left = file.Length - Position;
        if (left < count && count > Frame.HeadBytes)
        {
            return false;
        }

        HashUpToHere();
        var room = Math.Max(count, Math.Min(left, BufferBytesMax));
        var target = room <= _buffer.Length ? _buffer : new byte[room];
        _buffer.AsSpan(_start, _end - _start).CopyTo(target);
        (_end, _start, _unhashed, _buffer) = (_end - _start, 0, 0, target);
        while (_end < _buffer.Length && file.Read(Position + _end, _buffer.AsSpan(_end)) is var read and > 0)
        {
            _end += read;
        }

        return _end >= count;
    }

    private void HashUpToHere()
    {
        if (_start > _unhashed)
        {
            chain.Add(_buffer.AsSpan(_unhashed, _start - _unhashed));
            _unhashed = _start;
        }
    }

    private void Forget()
    {
        HashUpToHere();
        (_start, _end, _unhashed) = (0, 0, 0);
    }
}
