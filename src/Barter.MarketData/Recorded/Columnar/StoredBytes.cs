namespace Barter.MarketData.Recorded.Columnar;

/// <summary>The bytes of a file that does not change.</summary>
internal abstract class StoredBytes(string name) : IDisposable
{
    /// <summary>What messages call the file.</summary>
    public string Name { get; } = name;

    public abstract long Length { get; }

    /// <summary>Copies words from an offset that is a multiple of eight; they must be there.</summary>
    public abstract void Read(long offset, Span<ulong> words);

    public abstract void Dispose();
}
