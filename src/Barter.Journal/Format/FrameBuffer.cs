using System.Buffers;

namespace Barter.Journal;

/// <summary>Frames one behind the other, with room to write the next.</summary>
internal sealed class FrameBuffer : IBufferWriter<byte>
{
    private const int RoomMin = 256;

    private byte[] _bytes = new byte[4096];

    public int Length { get; set; }

    public Span<byte> Written => _bytes.AsSpan(0, Length);

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(Length);
    }

    private void Reserve(int room)
    {
        var needed = Length + Math.Max(room, RoomMin);
        if (needed > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(needed, (int)Math.Min(2L * _bytes.Length, Array.MaxLength)));
        }
    }
}
