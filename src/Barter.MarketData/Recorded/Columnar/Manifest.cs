using System.Text.Json;
using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>Reads and writes the manifest of a catalogue folder.</summary>
internal static class Manifest
{
    private const string Format = "barter-market-data";
    private const int Version = 1;

    public static bool IsName(string name) =>
        name.EndsWith(MarketCatalog.Extension, StringComparison.Ordinal) && !Path.IsPathRooted(name)
        && !name.Contains('\\', StringComparison.Ordinal)
        && name.Split('/').All(part => part is not ("" or "." or ".."));

    /// <exception cref="MarketDataException">There is none, or it cannot be read.</exception>
    public static ValueList<CatalogFile> Read(string folder)
    {
        var path = Path.Combine(folder, MarketCatalog.ManifestName);
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            return root.GetProperty("format").ValueEquals(Format) && root.GetProperty("version").GetInt32() == Version
                ? root.GetProperty("files").EnumerateArray().Select(ReadFile).ToValueList()
                : throw new MarketDataException(
                    path, 0, $"is no manifest of format {Format}, version {Version}; is it of a later barter?");
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new MarketDataException(
                folder, 0, $"is no catalogue, as it has no {MarketCatalog.ManifestName}; import data into it", failure);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException
            || (failure is IOException and not MarketDataException))
        {
            throw new MarketDataException(path, 0, $"cannot be read: {failure.Message}", failure);
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or FormatException
            or InvalidOperationException or OverflowException)
        {
            throw new MarketDataException(path, 0, $"is no manifest: {failure.Message}", failure);
        }
    }

    public static void Write(string folder, ValueList<CatalogFile> files)
    {
        var path = Path.Combine(folder, MarketCatalog.ManifestName);
        var draft = Path.Combine(folder, $".{MarketCatalog.ManifestName}.{Path.GetRandomFileName()}.draft");
        try
        {
            using (var target = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
            {
                Write(target, files);
                target.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static void Write(FileStream target, ValueList<CatalogFile> files)
    {
        using var json = new Utf8JsonWriter(target, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteNumber("version", Version);
        json.WriteStartArray("files");
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("name", file.Name);
            json.WriteString("source", file.Source);
            json.WriteString("source_hash", file.SourceHash);
            json.WriteNumber("bytes", file.Content.Length);
            json.WriteNumber("blocks", file.Content.Blocks);
            json.WriteStartArray("series");
            foreach (var row in file.Content.Series)
            {
                WriteSeries(json, row);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSeries(Utf8JsonWriter json, StoredSeries row)
    {
        json.WriteStartObject();
        json.WriteString("exchange", row.Exchange.ToWire());
        json.WriteString("instrument", row.Instrument);
        json.WriteString("kind", StoredKinds.ToWord(row.Kind));
        json.WriteNumber("count", row.Count);
        json.WriteNumber("first_nanos", row.First.UnixNanos);
        json.WriteNumber("last_nanos", row.Last.UnixNanos);
        json.WriteEndObject();
    }

    private static CatalogFile ReadFile(JsonElement file)
    {
        var name = Text(file, "name");
        return new CatalogFile(
            IsName(name) ? name : throw new FormatException($"'{name}' is no path of a file within the folder"),
            Text(file, "source"),
            Text(file, "source_hash"),
            new StoredFile(
                file.GetProperty("bytes").GetInt64(),
                file.GetProperty("blocks").GetInt32(),
                file.GetProperty("series").EnumerateArray().Select(ReadSeries).ToValueList()));
    }

    private static StoredSeries ReadSeries(JsonElement row) => new(
        ExchangeIds.Parse(Text(row, "exchange")),
        row.GetProperty("instrument").GetString(),
        StoredKinds.Parse(Text(row, "kind")),
        row.GetProperty("count").GetInt64(),
        new Timestamp(row.GetProperty("first_nanos").GetInt64()),
        new Timestamp(row.GetProperty("last_nanos").GetInt64()));

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is null");
}
