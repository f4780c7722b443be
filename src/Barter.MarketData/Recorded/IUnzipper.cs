namespace Barter.MarketData.Recorded;

/// <summary>Gives the bytes of a file as they were before it was zipped.</summary>
internal interface IUnzipper : IDisposable
{
    /// <summary>What the zipped part is called; none where it has no name.</summary>
    string? EntryName { get; }

    /// <summary>Reads on; 0 at the end.</summary>
    /// <exception cref="InvalidDataException">The data is damaged, cut off, or followed by something else.</exception>
    int Read(Span<byte> buffer);
}
