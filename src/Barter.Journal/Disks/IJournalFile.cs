namespace Barter.Journal;

/// <summary>A file that grows at its end. What it cannot do is an <see cref="IOException"/>.</summary>
public interface IJournalFile : IDisposable
{
    /// <summary>Bytes.</summary>
    long Length { get; }

    /// <summary>Writes at the end. Not durable before <see cref="Flush"/>.</summary>
    void Append(ReadOnlySpan<byte> bytes);

    /// <summary>Makes everything that was appended durable.</summary>
    void Flush();

    /// <summary>Cuts the end off.</summary>
    void Truncate(long length);

    /// <summary>Reads at a position; gives the number of bytes, which is 0 only at the end.</summary>
    int Read(long at, Span<byte> bytes);
}
