namespace Barter.MarketData.Recorded.Columnar;

/// <summary>What can be done with a file of columns, or a folder of them, besides replaying it.</summary>
public static class StoredMarketData
{
    /// <summary>Whether a path is a catalogue folder, or a file that begins as files of columns do.</summary>
    public static bool IsStored(string path)
    {
        if (Directory.Exists(path))
        {
            return MarketCatalog.Exists(path);
        }

        try
        {
            // A pipe has no length, and must not be opened twice
            if (new FileInfo(path).Length < ColumnarLayout.HeaderBytes)
            {
                return false;
            }

            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 0);
            Span<byte> magic = stackalloc byte[ColumnarLayout.HeaderMagic.Length];
            return file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) == magic.Length
                && magic.SequenceEqual(ColumnarLayout.HeaderMagic);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>What a file of columns holds, by its index.</summary>
    /// <exception cref="MarketDataException">It is no such file, or its index is damaged.</exception>
    public static StoredFile Describe(string path)
    {
        using var file = ColumnarFile.Open(path);
        return file.Content;
    }

    /// <summary>Reads every block of a file of columns, as far as the first that is damaged.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="MarketDataException">It is damaged.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static StoredFile Verify(string path, CancellationToken cancellationToken = default)
    {
        using var file = ColumnarFile.Open(path);
        ulong[] buffer = [];
        foreach (var block in file.Footer.Blocks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var series = file.Footer.Series[block.Series];
            SeriesDecoder.For(series.Kind, series.Exchange, default).Read(file.ReadBlock(block, ref buffer), block);
        }

        return file.Content;
    }

    internal static StoredStream Open(string path, StoredSelection selection)
    {
        if (Directory.Exists(path))
        {
            return Open(MarketCatalog.Open(path), selection);
        }

        var content = Describe(path);
        RefuseNothing(path, [content], selection);
        return new StoredStream([new PendingFile(0, content, () => ColumnarFile.Open(path))], selection);
    }

    private static StoredStream Open(MarketCatalog catalog, StoredSelection selection)
    {
        RefuseNothing(catalog.Folder, catalog.Files.Select(file => file.Content), selection);
        var files = catalog.Files
            .Select((file, number) => new PendingFile(
                number, file.Content, () => ColumnarFile.Open(catalog.PathOf(file.Name))))
            .Where(file => selection.Touches(file.Content))
            .ToArray();
        return new StoredStream(files, selection);
    }

    private static void RefuseNothing(string path, IEnumerable<StoredFile> files, StoredSelection selection)
    {
        var series = files.SelectMany(file => file.Series).ToArray();
        if (!series.Any(selection.Wants))
        {
            var held = series.Select(row => row.Instrument).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
            throw new MarketDataException(
                path, 0,
                $"has nothing of the catalog's instruments ({selection.Known}); it has "
                + (held.Length == 0 ? "nothing at all" : string.Join(", ", held.Take(5))
                    + (held.Length > 5 ? $" and {held.Length - 5} more" : "")));
        }
    }
}
