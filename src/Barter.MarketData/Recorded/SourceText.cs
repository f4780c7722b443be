using System.Buffers;

namespace Barter.MarketData.Recorded;

/// <summary>A window that moves over the bytes of a file, unzipped where it is zipped, and knows its line.</summary>
internal sealed class SourceText : IDisposable
{
    public const int MaxElementBytes = 1 << 20;
    private const int FirstBufferBytes = 1 << 18;

    private readonly string _path;
    private readonly Stream _file;
    private readonly long? _length;
    private IUnzipper? _zip;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBufferBytes);
    private int _start;
    private int _end;
    private bool _disposed;

    private SourceText(string path, Stream file)
    {
        (_path, _file) = (path, file);
        _length = file.CanSeek ? file.Length : null;
    }

    /// <summary>The 1-based line at which <see cref="Unread"/> begins.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>What the file is called, or the only part of a zip archive.</summary>
    public string Name => _zip?.EntryName ?? FileName;

    /// <summary>What the file is called, without its folder.</summary>
    public string FileName => Path.GetFileName(_path);

    /// <summary>What is in the window.</summary>
    public ReadOnlySpan<byte> Unread => _buffer.AsSpan(_start, _end - _start);

    public double? Progress => _length is not > 0
        ? null
        : Math.Min(1, (double)(_file.Position - (_zip is null ? _end - _start : 0)) / _length.Value);

    public static SourceText Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw new MarketDataException(path, 0, "is a directory; name a file of market data");
        }

        return Open(path, RecordedFile.Open(path));
    }

    /// <summary>Reads a stream, which is disposed with the text.</summary>
    /// <param name="path">What messages call it.</param>
    /// <param name="stream">At its beginning.</param>
    public static SourceText Open(string path, Stream stream)
    {
        var text = new SourceText(path, stream);
        try
        {
            text.LookAtFirstBytes();
            return text;
        }
        catch
        {
            text.Dispose();
            throw;
        }
    }

    /// <summary>Reads on; false at the end of the file.</summary>
    /// <exception cref="MarketDataException">The window holds more than an element may, or the disk fails.</exception>
    public bool Fill()
    {
        MakeRoom();
        try
        {
            var room = _buffer.AsSpan(_end);
            var count = _zip?.Read(room) ?? _file.Read(room);
            _end += count;
            return count > 0;
        }
        catch (InvalidDataException failure)
        {
            throw Bad("the zipped data is damaged or cut off here; fetch the file again", failure);
        }
        catch (IOException failure)
        {
            throw Bad($"reading failed: {failure.Message}", failure);
        }
    }

    /// <summary>Reads on until so many bytes are in the window; fewer at the end of the file.</summary>
    public ReadOnlySpan<byte> LookAhead(int count)
    {
        while (Unread.Length < count && Fill())
        {
        }

        return Unread;
    }

    /// <summary>Leaves the first bytes of <see cref="Unread"/> behind.</summary>
    public void Advance(int count)
    {
        Line += _buffer.AsSpan(_start, count).Count((byte)'\n');
        _start += count;
    }

    /// <summary>Leaves white space behind; false if then the file is at its end.</summary>
    public bool SkipWhiteSpace()
    {
        while (true)
        {
            var rest = Unread.IndexOfAnyExcept(" \t\r\n"u8);
            Advance(rest < 0 ? _end - _start : rest);
            if (rest >= 0)
            {
                return true;
            }

            if (!Fill())
            {
                return false;
            }
        }
    }

    /// <summary>Says what is wrong with the element at which <see cref="Unread"/> begins.</summary>
    public MarketDataException Bad(string what, Exception? inner = null) => new(_path, Line, what, inner);

    public MarketDataException TooLong() =>
        Bad("one element is longer than 1 MiB; is this a file of market data?");

    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        _zip?.Dispose();
        _file.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _start, _end) = ([], 0, 0);
    }

    private void LookAtFirstBytes()
    {
        if (StartsWith([0x1F, 0x8B]))
        {
            if (!_file.CanSeek)
            {
                throw new MarketDataException(_path, 0, "is zipped and a pipe; unzip it on the way");
            }

            (_start, _end, _file.Position) = (0, 0, 0);
            _zip = new GzipText(_file);
        }
        else if (StartsWith("PK\u0003\u0004"u8) || StartsWith("PK\u0005\u0006"u8))
        {
            (_start, _end) = (0, 0);
            _zip = ZipText.Open(_path, _file);
        }

        if (StartsWith([0xFF, 0xFE]) || StartsWith([0xFE, 0xFF]))
        {
            throw Bad("is UTF-16; save it as UTF-8");
        }

        if (StartsWith([0xEF, 0xBB, 0xBF]))
        {
            Advance(3);
        }
    }

    private bool StartsWith(ReadOnlySpan<byte> bytes) => LookAhead(bytes.Length).StartsWith(bytes);

    private void MakeRoom()
    {
        var held = _end - _start;
        if (held > MaxElementBytes)
        {
            throw TooLong();
        }

        if (held == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            Unread.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
        else if (_start > 0)
        {
            Unread.CopyTo(_buffer);
        }

        (_start, _end) = (0, held);
    }
}
