using Microsoft.Win32.SafeHandles;

namespace Barter.Journal;

/// <summary>A file of the machine.</summary>
internal sealed class DiskFile(SafeFileHandle handle) : IJournalFile
{
    private long? _end;

    public long Length => RandomAccess.GetLength(handle);

    public void Append(ReadOnlySpan<byte> bytes)
    {
        // Asked once: the one writer knows where its end is
        var end = _end ?? Length;
        RandomAccess.Write(handle, bytes, end);
        _end = end + bytes.Length;
    }

    public void Flush() => RandomAccess.FlushToDisk(handle);

    public void Truncate(long length)
    {
        RandomAccess.SetLength(handle, length);
        _end = length;
    }

    public int Read(long at, Span<byte> bytes) => RandomAccess.Read(handle, bytes, at);

    public void Dispose() => handle.Dispose();
}
