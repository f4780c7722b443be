using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Barter.Model;

/// <summary>How one type of the vocabulary looks in JSON. Reading what was written gives an equal value.</summary>
/// <remarks>No reflection: the shapes are written by hand in <see cref="ModelJson"/>.</remarks>
public sealed class JsonShape<T>
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Action<Utf8JsonWriter, T> _write;
    private readonly Func<JsonValue, T> _read;

    internal JsonShape(Action<Utf8JsonWriter, T> write, Func<JsonValue, T> read) => (_write, _read) = (write, read);

    public void Write(Utf8JsonWriter writer, T value) => _write(writer, value);

    /// <summary>Reads the value that the reader stands on or before, and leaves it on the value's last token.</summary>
    /// <exception cref="ModelJsonException">It is malformed, or not of this shape.</exception>
    public T Read(ref Utf8JsonReader reader) => JsonValue.Parse(ref reader).As(_read);

    /// <summary>One line without blanks.</summary>
    public string ToJson(T value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            _write(writer, value);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <exception cref="ModelJsonException">It is malformed, or not of this shape.</exception>
    public T Parse(string json) => Parse(Encoding.UTF8.GetBytes(json));

    /// <summary>Reads UTF-8.</summary>
    /// <exception cref="ModelJsonException">It is malformed, or not of this shape.</exception>
    public T Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var value = JsonValue.Parse(ref reader);
        JsonValue.RequireEnd(ref reader);
        return value.As(_read);
    }
}
