using System.IO.Compression;

namespace Barter.MarketData.Recorded;

/// <summary>Unzips a file, and notices when it was cut off, which the base library does not.</summary>
/// <remarks>
/// A small zipped ending of ours is put behind the file. It comes out again only if the file ended where a zipped part
/// ends; what comes out otherwise is made of bytes that were never in the file, and is thrown away.
/// </remarks>
internal sealed class GzipText : IUnzipper
{
    // An error costs what was unzipped in the same call, so the calls are small
    private const int MostBytesAtOnce = 4_096;
    private const int MostBytesAfterEnd = 1 << 17;

    private static readonly byte[] Ending = [.. "\0the end of the file\0"u8];
    private static readonly byte[] ZippedEnding = Zip(Ending);

    private readonly FileWithEnding _file;
    private readonly GZipStream _zip;
    private byte[]? _rest;
    private int _restRead;

    public GzipText(Stream file)
    {
        _file = new FileWithEnding(file);
        _zip = new GZipStream(_file, CompressionMode.Decompress);
    }

    public string? EntryName => null;

    public int Read(Span<byte> buffer)
    {
        if (_rest is null)
        {
            var count = _zip.Read(buffer[..Math.Min(buffer.Length, MostBytesAtOnce)]);
            if (count > 0 && !_file.IsAtEnding)
            {
                return count;
            }

            _rest = ReadRest(buffer[..count]);
        }

        var taken = Math.Min(buffer.Length, _rest.Length - _restRead);
        _rest.AsSpan(_restRead, taken).CopyTo(buffer);
        _restRead += taken;
        return taken;
    }

    public void Dispose() => _zip.Dispose();

    private static byte[] Zip(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var zip = new GZipStream(target, CompressionLevel.Fastest))
        {
            zip.Write(bytes);
        }

        return target.ToArray();
    }

    private byte[] ReadRest(ReadOnlySpan<byte> first)
    {
        using var rest = new MemoryStream();
        rest.Write(first);
        Span<byte> buffer = stackalloc byte[MostBytesAtOnce];
        while (rest.Length <= MostBytesAfterEnd && _zip.Read(buffer) is > 0 and var count)
        {
            rest.Write(buffer[..count]);
        }

        var bytes = rest.ToArray();
        return bytes.AsSpan().EndsWith(Ending)
            ? bytes[..^Ending.Length]
            : throw new InvalidDataException("the last zipped part has no end");
    }

    /// <summary>A file, and then the zipped ending.</summary>
    private sealed class FileWithEnding(Stream file) : Stream
    {
        private int _endingRead;

        public bool IsAtEnding { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = IsAtEnding ? 0 : file.Read(buffer);
            if (count > 0)
            {
                return count;
            }

            IsAtEnding = true;
            count = Math.Min(buffer.Length, ZippedEnding.Length - _endingRead);
            ZippedEnding.AsSpan(_endingRead, count).CopyTo(buffer);
            _endingRead += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
