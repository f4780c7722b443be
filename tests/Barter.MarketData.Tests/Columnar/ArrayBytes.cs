using System.Runtime.InteropServices;
using Barter.MarketData.Recorded.Columnar;

namespace Barter.MarketData.Tests.Columnar;

/// <summary>A file that is an array, as files of the disk are too slow to be broken a million times.</summary>
internal sealed class ArrayBytes(byte[] bytes) : StoredBytes("broken.bmd")
{
    public override long Length => bytes.Length;

    public override void Read(long offset, Span<ulong> words) =>
        bytes.AsSpan((int)offset, words.Length * sizeof(ulong)).CopyTo(MemoryMarshal.AsBytes(words));

    public override void Dispose()
    {
    }
}
