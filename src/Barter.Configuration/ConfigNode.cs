using System.Globalization;
using System.Numerics;
using Barter.Model;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Barter.Configuration;

/// <summary>A value of a configuration file that knows its place in it.</summary>
internal sealed class ConfigNode(JToken token, string file)
{
    public bool IsText => token.Type == JTokenType.String;

    /// <exception cref="SystemConfigException">The text is no JSON.</exception>
    public static ConfigNode Parse(string json, string file)
    {
        using var reader = new JsonTextReader(new StringReader(json))
        {
            FloatParseHandling = FloatParseHandling.Decimal,
            DateParseHandling = DateParseHandling.None,
        };
        try
        {
            var root = JToken.Load(reader, new JsonLoadSettings
            {
                CommentHandling = CommentHandling.Ignore,
                DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error,
                LineInfoHandling = LineInfoHandling.Load,
            });
            while (reader.Read())
            {
            }

            return new ConfigNode(root, file);
        }
        catch (JsonReaderException malformed)
        {
            throw new SystemConfigException(
                file, Math.Max(1, malformed.LineNumber), malformed.LinePosition, malformed.Path ?? "",
                malformed.Message, malformed);
        }
    }

    public ConfigNode Get(string key) =>
        Members()[key] is { } value ? At(value) : throw Refused($"missing key '{key}'");

    /// <summary>A key that may be absent or null.</summary>
    public ConfigNode? Find(string key) =>
        Members()[key] is { } value && value.Type != JTokenType.Null ? At(value) : null;

    /// <summary>What stands at a path below this value; this value itself where nothing does.</summary>
    public ConfigNode Below(string path) => token.SelectToken(path) is { } found ? At(found) : this;

    public IEnumerable<ConfigNode> Items() =>
        token is JArray items ? items.Select(At) : throw Unexpected("a list");

    /// <summary>The one key of an object, with its value.</summary>
    public (string Key, ConfigNode Value)? Only() =>
        token is JObject { Count: 1 } members && members.Properties().Single() is var only
            ? (only.Name, At(only.Value))
            : null;

    public string Text() => token.Type == JTokenType.String ? (string)token! : throw Unexpected("text");

    public string NonBlank()
    {
        var text = Text();
        return string.IsNullOrWhiteSpace(text) ? throw Refused("must not be empty") : text;
    }

    public bool Boolean() => token.Type == JTokenType.Boolean ? (bool)token : throw Unexpected("true or false");

    public decimal Decimal() => (token as JValue)?.Value switch
    {
        decimal value => value,
        long value => value,
        BigInteger value when BigInteger.Abs(value) <= (BigInteger)decimal.MaxValue => (decimal)value,
        string text when DecimalText.TryParse(text, out var value) => value,
        _ => throw Unexpected("a decimal"),
    };

    public long Integer() => (token as JValue)?.Value is long value ? value : throw Unexpected("an integer");

    public Timestamp Time() => Timestamp.TryParse(Text(), out var time)
        ? time
        : throw Unexpected("a time such as 2025-01-02T03:04:05.678Z");

    public ExchangeId Exchange() => ExchangeIds.TryParse(NonBlank(), out var exchange)
        ? exchange
        : throw Refused(
            $"unknown exchange identifier: {Text()}. expected snake_case exchange ids such as 'binance_spot'");

    /// <summary>Makes a value of the vocabulary; what its constructor refuses is told with the place.</summary>
    public T Make<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception refused) when (refused is ArgumentException or OverflowException)
        {
            throw Refused(SystemConfigRules.WithoutParameter(refused.Message), refused);
        }
    }

    public SystemConfigException Unexpected(string expected) => Refused($"expected {expected}, found {Found()}");

    public SystemConfigException Refused(string problem, Exception? inner = null)
    {
        var info = (IJsonLineInfo)token;
        return new SystemConfigException(file, info.LineNumber, info.LinePosition, token.Path, problem, inner);
    }

    private ConfigNode At(JToken other) => new(other, file);

    private JObject Members() => token as JObject ?? throw Unexpected("an object");

    private string Found() => token.Type switch
    {
        JTokenType.Object => "an object",
        JTokenType.Array => "a list",
        JTokenType.String => $"'{(string?)token}'",
        JTokenType.Null => "null",
        JTokenType.Boolean => (bool)token ? "true" : "false",
        _ => Convert.ToString(((JValue)token).Value, CultureInfo.InvariantCulture) ?? "nothing",
    };
}
