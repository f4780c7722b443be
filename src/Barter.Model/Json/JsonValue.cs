using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Barter.Model;

/// <summary>A JSON value that knows its place, so that whoever finds it wrong can name the place.</summary>
internal sealed class JsonValue
{
    private readonly JsonValue? _parent;
    private readonly string _name;
    private readonly JsonTokenType _type;
    private readonly string _text;
    private readonly List<JsonValue> _members = [];

    private JsonValue(JsonValue? parent, string name, JsonTokenType type, string text) =>
        (_parent, _name, _type, _text) = (parent, name, type, text);

    public bool IsNumber => _type == JsonTokenType.Number;

    public bool IsText => _type == JsonTokenType.String;

    private string Path => _parent switch
    {
        null => _name,
        { _type: JsonTokenType.StartArray } => $"{_parent.Path}[{_name}]",
        { _parent: null } => _name,
        _ => $"{_parent.Path}.{_name}",
    };

    private string Found => _type switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => $"'{_text}'",
        _ => _text,
    };

    /// <summary>Reads one value; the reader ends on its last token.</summary>
    public static JsonValue Parse(ref Utf8JsonReader reader)
    {
        try
        {
            if (reader.TokenType is JsonTokenType.None or JsonTokenType.PropertyName)
            {
                Advance(ref reader);
            }

            return Take(ref reader, null, "");
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            throw new ModelJsonException(malformed.Message, malformed);
        }
    }

    /// <summary>Refuses what stands behind the value.</summary>
    public static void RequireEnd(ref Utf8JsonReader reader)
    {
        try
        {
            reader.Read();
        }
        catch (JsonException malformed)
        {
            throw new ModelJsonException(malformed.Message, malformed);
        }
    }

    public static string Text(JsonValue at) =>
        at._type == JsonTokenType.String ? at._text : throw at.Unexpected("text");

    /// <summary>Text, or the digits of a number as they stand.</summary>
    public static string TextOrNumber(JsonValue at) => at.IsNumber ? at._text : Text(at);

    public static bool Boolean(JsonValue at) => at._type switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw at.Unexpected("true or false"),
    };

    /// <summary>A number, or text that holds one.</summary>
    public static decimal Decimal(JsonValue at) =>
        at._type is JsonTokenType.Number or JsonTokenType.String && DecimalText.TryParse(at._text, out var value)
            ? value
            : throw at.Unexpected("a decimal");

    public static int Index(JsonValue at) =>
        at.IsNumber && int.TryParse(at._text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw at.Unexpected("an index, which is an integer from 0");

    public static long Integer(JsonValue at) =>
        at.IsNumber
        && long.TryParse(at._text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw at.Unexpected("an integer");

    public static ulong Count(JsonValue at) =>
        at.IsNumber && ulong.TryParse(at._text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw at.Unexpected("an integer from 0");

    public static Timestamp Time(JsonValue at) => Timestamp.TryParse(Text(at), out var time)
        ? time
        : throw at.Unexpected("a time such as 2025-01-02T03:04:05.678Z");

    /// <summary>Reads this value; what a constructor refuses is told with the place.</summary>
    public T As<T>(Func<JsonValue, T> read)
    {
        try
        {
            return read(this);
        }
        catch (Exception refused) when (refused is ArgumentException or OverflowException)
        {
            throw Refused(FirstSentence(refused.Message), refused);
        }
    }

    public T Get<T>(string key, Func<JsonValue, T> read) =>
        (Find(key) ?? throw Refused($"missing key '{key}'")).As(read);

    /// <summary>Reads a key that may be absent or null.</summary>
    public T? GetIfAny<T>(string key, Func<JsonValue, T> read)
        where T : class =>
        Present(key)?.As(read);

    /// <summary>Reads a key that may be absent or null.</summary>
    public T? GetValueIfAny<T>(string key, Func<JsonValue, T> read)
        where T : struct =>
        Present(key) is { } present ? present.As(read) : null;

    public static ValueList<T> Items<T>(JsonValue at, Func<JsonValue, T> read)
    {
        at.Require(JsonTokenType.StartArray, "a list");
        return at._members.Select(item => item.As(read)).ToValueList();
    }

    /// <summary>Reads a list of two.</summary>
    public static (TFirst First, TSecond Second) Pair<TFirst, TSecond>(
        JsonValue at, Func<JsonValue, TFirst> first, Func<JsonValue, TSecond> second)
    {
        at.Require(JsonTokenType.StartArray, "a list of two");
        return at._members.Count == 2
            ? (at._members[0].As(first), at._members[1].As(second))
            : throw at.Refused(string.Create(null, $"expected a list of two, found {at._members.Count} item(s)"));
    }

    /// <summary>Reads a case of a union: a tag alone, or an object whose only key is the tag.</summary>
    public T Union<T>(ReadOnlySpan<JsonCase<T>> cases)
    {
        var payload = _type switch
        {
            JsonTokenType.String => new JsonValue(this, _text, JsonTokenType.Null, "null"),
            JsonTokenType.StartObject when _members.Count == 1 => _members[0],
            _ => null,
        };
        foreach (var known in cases)
        {
            if (payload is not null && string.Equals(known.Tag, payload._name, StringComparison.Ordinal))
            {
                return payload.As(known.Read);
            }
        }

        var tags = new List<string>();
        foreach (var known in cases)
        {
            tags.Add($"'{known.Tag}'");
        }

        var expected = $"expected {string.Join(" or ", tags)}";
        throw Refused(payload is not null
            ? $"{expected}, found '{payload._name}'"
            : _type == JsonTokenType.StartObject
                ? string.Create(null, $"{expected} as the only key, found {_members.Count} keys")
                : $"{expected}, found {Found}");
    }

    public void RequireNoData()
    {
        if (_type is not (JsonTokenType.Null or JsonTokenType.StartObject))
        {
            throw Unexpected("null or {}");
        }
    }

    public ModelJsonException Unexpected(string expected) => Refused($"expected {expected}, found {Found}");

    public ModelJsonException Refused(string message, Exception? inner = null) =>
        new(Path.Length == 0 ? message : $"{Path}: {message}", inner);

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }

    private static void Advance(ref Utf8JsonReader reader)
    {
        do
        {
            if (!reader.Read())
            {
                throw new JsonException("the JSON ends in the middle of a value");
            }
        }
        while (reader.TokenType == JsonTokenType.Comment);
    }

    private static JsonValue Take(ref Utf8JsonReader reader, JsonValue? parent, string name)
    {
        var value = new JsonValue(parent, name, reader.TokenType, TextOf(ref reader));
        if (value._type == JsonTokenType.StartObject)
        {
            for (Advance(ref reader); reader.TokenType != JsonTokenType.EndObject; Advance(ref reader))
            {
                var key = reader.GetString()!;
                Advance(ref reader);
                value._members.Add(Take(ref reader, value, key));
            }
        }
        else if (value._type == JsonTokenType.StartArray)
        {
            for (Advance(ref reader); reader.TokenType != JsonTokenType.EndArray; Advance(ref reader))
            {
                value._members.Add(Take(ref reader, value, string.Create(null, $"{value._members.Count}")));
            }
        }

        return value;
    }

    private static string TextOf(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.StartObject or JsonTokenType.StartArray => "",
        _ => Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan),
    };

    private void Require(JsonTokenType type, string expected)
    {
        if (_type != type)
        {
            throw Unexpected(expected);
        }
    }

    private JsonValue? Present(string key) => Find(key) is { _type: not JsonTokenType.Null } value ? value : null;

    private JsonValue? Find(string key)
    {
        Require(JsonTokenType.StartObject, "an object");
        JsonValue? found = null;
        foreach (var member in _members)
        {
            if (string.Equals(member._name, key, StringComparison.Ordinal))
            {
                found = found is null ? member : throw Refused($"key '{key}' stands there twice");
            }
        }

        return found;
    }
}
