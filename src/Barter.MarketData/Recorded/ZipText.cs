using System.IO.Compression;

namespace Barter.MarketData.Recorded;

/// <summary>Unzips the only file of a zip archive, and checks it, which the base library does not.</summary>
internal sealed class ZipText : IUnzipper
{
    private const int NamesInMessage = 3;

    // What a Mac adds to an archive, beside the files that were zipped
    private const string MacFolder = "__MACOSX/";

    private readonly ZipArchive _archive;
    private readonly ZipArchiveEntry _entry;
    private readonly Stream _content;
    private readonly Crc32 _checksum = new();
    private long _length;

    private ZipText(ZipArchive archive, ZipArchiveEntry entry) =>
        (_archive, _entry, _content) = (archive, entry, entry.Open());

    public string? EntryName => _entry.Name;

    /// <exception cref="MarketDataException">It is no archive, or not one of a single file.</exception>
    public static ZipText Open(string path, Stream file)
    {
        if (!file.CanSeek)
        {
            throw new MarketDataException(path, 0, "is zipped and a pipe; unzip it on the way");
        }

        try
        {
            var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return new ZipText(archive, OnlyEntry(path, archive));
        }
        catch (InvalidDataException failure)
        {
            throw new MarketDataException(
                path, 0, "the zip archive is damaged or cut off; fetch the file again", failure);
        }
    }

    public int Read(Span<byte> buffer)
    {
        var count = _content.Read(buffer);
        _checksum.Add(buffer[..count]);
        _length += count;
        return count > 0 || (_checksum.Value == _entry.Crc32 && _length == _entry.Length)
            ? count
            : throw new InvalidDataException("the checksum of the zipped file does not match");
    }

    public void Dispose()
    {
        _content.Dispose();
        _archive.Dispose();
    }

    private static ZipArchiveEntry OnlyEntry(string path, ZipArchive archive)
    {
        var entries = archive.Entries
            .Where(row => row.Name.Length > 0 && !row.FullName.StartsWith(MacFolder, StringComparison.Ordinal))
            .ToArray();
        if (entries is [var entry])
        {
            return entry.IsEncrypted
                ? throw new MarketDataException(path, 0, "is encrypted; unzip it with its password")
                : entry;
        }

        throw new MarketDataException(
            path,
            0,
            entries.Length == 0
                ? "is a zip archive with nothing in it; fetch it again"
                : $"is a zip archive of {entries.Length} files "
                    + $"({string.Join(", ", entries.Take(NamesInMessage).Select(row => row.FullName))}"
                    + $"{(entries.Length > NamesInMessage ? ", ..." : "")}); unzip it and name the one you mean");
    }
}
