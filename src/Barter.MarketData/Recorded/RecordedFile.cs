namespace Barter.MarketData.Recorded;

/// <summary>Opens files of market data.</summary>
internal static class RecordedFile
{
    /// <exception cref="MarketDataException">It is not there, or cannot be opened.</exception>
    public static FileStream Open(string path)
    {
        try
        {
            return new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0,
                FileOptions.SequentialScan);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new MarketDataException(path, 0, "no such file; check the path", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new MarketDataException(path, 0, $"cannot be opened: {failure.Message}", failure);
        }
    }
}
