using System.Globalization;
using System.Numerics;

namespace Akka.Configuration.Hocon;

/// <summary>One value of a configuration, with its substitutions made; it gets its type when it is asked for.</summary>
public class HoconValue
{
    private readonly HoconPath _path;

    internal HoconValue(Node node, HoconPath path) => (Node, _path) = (node, path);

    private delegate bool Reading<T>(string text, out T value);

    public bool IsEmpty => Node is NullNode or ObjectNode { Members.Count: 0 };

    internal Node Node { get; }

    internal string Described => $"{_path} = {Node.Described} ({Node.Origin.SourceAndLine})";

    public bool IsString() => Node is TextNode;

    public bool IsArray() => Node is ArrayNode;

    public bool IsObject() => Node is ObjectNode;

    public string? GetString() => Node switch
    {
        TextNode text => text.Value,
        NullNode => null,
        ObjectNode => throw Wrong("is no text; ask for one of its keys, or read it with GetConfig"),
        _ => throw Wrong("is no text; write one value without brackets, or read it with GetStringList"),
    };

    public bool GetBoolean() => Node switch
    {
        TextNode { Value: "true" or "on" or "yes" } => true,
        TextNode { Value: "false" or "off" or "no" } => false,
        _ => throw Wrong("is no boolean; write true, false, on, off, yes or no"),
    };

    public byte GetByte() => Read<byte>(TryNumber, "is no whole number from 0 to 255; write for example 42");

    public int GetInt() => Read<int>(
        TryNumber, $"is no whole number from {int.MinValue} to {int.MaxValue}; write for example 42");

    public long GetLong() => Read<long>(
        TryNumber, $"is no whole number from {long.MinValue} to {long.MaxValue}; write for example 42");

    public float GetFloat() => Read<float>(TryNumber, "is no number; write for example 0.75");

    public double GetDouble() => Read<double>(TryNumber, "is no number; write for example 0.75");

    public decimal GetDecimal() => Read<decimal>(TryNumber, "is no decimal number; write for example 0.75");

    public TimeSpan GetTimeSpan(bool allowInfinite = true) =>
        Node is TextNode { Value: "infinite" }
            ? allowInfinite
                ? Timeout.InfiniteTimeSpan
                : throw Wrong("may not be infinite; write a limit, for example 5s or 200ms")
            : Read<TimeSpan>(Units.TryDuration, "is no duration; write for example 5s or 200ms");

    public long? GetByteSize() => Read<long>(Units.TrySize, "is no size; write for example 512B, 64KiB or 1MB");

    public IList<HoconValue> GetArray() => Node is ArrayNode array
        ? [.. array.Items.Select((item, index) => new HoconValue(item, _path.At(index)))]
        : throw Wrong("is no list; write for example [a, b]");

    public IList<string> GetStringList() => [.. GetArray().Select(
        item => item.GetString() ?? throw item.Wrong("is no text; write \"\" for an empty one"))];

    public IList<bool> GetBooleanList() => [.. GetArray().Select(item => item.GetBoolean())];

    public IList<byte> GetByteList() => [.. GetArray().Select(item => item.GetByte())];

    public IList<int> GetIntList() => [.. GetArray().Select(item => item.GetInt())];

    public IList<long> GetLongList() => [.. GetArray().Select(item => item.GetLong())];

    public IList<float> GetFloatList() => [.. GetArray().Select(item => item.GetFloat())];

    public IList<double> GetDoubleList() => [.. GetArray().Select(item => item.GetDouble())];

    public IList<decimal> GetDecimalList() => [.. GetArray().Select(item => item.GetDecimal())];

    public override string ToString() => Printer.Print(Node);

    internal ConfigurationException Wrong(string complaint) => new($"{Described} {complaint}");

    private static bool TryNumber<T>(string text, out T value)
        where T : struct, INumberBase<T> =>
        T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private T Read<T>(Reading<T> reading, string complaint) =>
        Node is TextNode text && reading(text.Value, out var value) ? value : throw Wrong(complaint);
}
