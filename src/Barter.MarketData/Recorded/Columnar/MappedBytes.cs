using System.IO.MemoryMappedFiles;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>A file that is mapped into memory, which all who read it share.</summary>
/// <remarks>
/// Blocks are copied out of the map before they are looked at: that is far cheaper than decoding them, is checked
/// against the end of the map, and fails as an exception where the map is closed already.
/// </remarks>
internal sealed class MappedBytes : StoredBytes
{
    private readonly MemoryMappedFile _map;
    private readonly MemoryMappedViewAccessor _view;

    private MappedBytes(string path, FileStream file)
        : base(path)
    {
        Length = file.Length;
        _map = MemoryMappedFile.CreateFromFile(
            file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        _view = _map.CreateViewAccessor(0, Length, MemoryMappedFileAccess.Read);
    }

    public override long Length { get; }

    /// <exception cref="MarketDataException">It is not there, cannot be opened, or is empty.</exception>
    public static MappedBytes Open(string path)
    {
        var file = RecordedFile.Open(path);
        try
        {
            return file.Length > 0 ? new MappedBytes(path, file) : throw new MarketDataException(path, 0, "is empty");
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException
            || (failure is IOException and not MarketDataException))
        {
            file.Dispose();
            throw new MarketDataException(path, 0, $"cannot be mapped into memory: {failure.Message}", failure);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public override void Read(long offset, Span<ulong> words) =>
        _view.SafeMemoryMappedViewHandle.ReadSpan((ulong)offset, words);

    public override void Dispose()
    {
        _view.Dispose();
        _map.Dispose();
    }
}
