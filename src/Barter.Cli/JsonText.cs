using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Barter.Cli;

/// <summary>One line of JSON.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An object with a newline behind it, its texts as they are.</summary>
    /// <param name="write">Writes its members.</param>
    public static string Line(Action<Utf8JsonWriter> write) => Line(write, Readable);

    /// <summary>An object with a newline behind it, its texts in ASCII.</summary>
    /// <param name="write">Writes its members.</param>
    public static string AsciiLine(Action<Utf8JsonWriter> write) => Line(write, default);

    private static string Line(Action<Utf8JsonWriter> write, JsonWriterOptions options)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) + "\n";
    }
}
