using System.Globalization;

namespace Akka.Configuration;

public sealed class GetterTests
{
    [Theory]
    [InlineData("100ns", 1)]
    [InlineData("250 nanoseconds", 2)]
    [InlineData("1us", 10)]
    [InlineData("3 micros", 30)]
    [InlineData("200ms", 2_000_000)]
    [InlineData("1 milli", 10_000)]
    [InlineData("2 millis", 20_000)]
    [InlineData("2 milliseconds", 20_000)]
    [InlineData("5s", 50_000_000)]
    [InlineData("5 seconds", 50_000_000)]
    [InlineData("1 second", 10_000_000)]
    [InlineData("1.5s", 15_000_000)]
    [InlineData("2m", 1_200_000_000)]
    [InlineData("2 minutes", 1_200_000_000)]
    [InlineData("1h", 36_000_000_000)]
    [InlineData("3 hours", 108_000_000_000)]
    [InlineData("1d", 864_000_000_000)]
    [InlineData("2 days", 1_728_000_000_000)]
    [InlineData("\"10 s\"", 100_000_000)]
    [InlineData("250", 2_500_000)]
    [InlineData("0", 0)]
    [InlineData("infinite", -10_000)]
    public void A_duration_has_a_unit(string text, long ticks) =>
        Assert.Equal(new TimeSpan(ticks), Of(text).GetTimeSpan("key"));

    [Theory]
    [InlineData("10", 10)]
    [InlineData("10B", 10)]
    [InlineData("10 b", 10)]
    [InlineData("10 bytes", 10)]
    [InlineData("1kB", 1_000)]
    [InlineData("1 kilobyte", 1_000)]
    [InlineData("1K", 1_024)]
    [InlineData("1k", 1_024)]
    [InlineData("1Ki", 1_024)]
    [InlineData("64 KiB", 65_536)]
    [InlineData("2MB", 2_000_000)]
    [InlineData("2M", 2_097_152)]
    [InlineData("2 mebibytes", 2_097_152)]
    [InlineData("0.5MiB", 524_288)]
    [InlineData("1GB", 1_000_000_000)]
    [InlineData("1GiB", 1_073_741_824)]
    [InlineData("1TB", 1_000_000_000_000)]
    [InlineData("1T", 1_099_511_627_776)]
    [InlineData("1PB", 1_000_000_000_000_000)]
    [InlineData("1PiB", 1_125_899_906_842_624)]
    [InlineData("1EB", 1_000_000_000_000_000_000)]
    [InlineData("1EiB", 1_152_921_504_606_846_976)]
    public void A_size_has_a_unit(string text, long bytes) => Assert.Equal(bytes, Of(text).GetByteSize("key"));

    [Theory]
    [InlineData("true", true)]
    [InlineData("on", true)]
    [InlineData("yes", true)]
    [InlineData("\"true\"", true)]
    [InlineData("false", false)]
    [InlineData("off", false)]
    [InlineData("no", false)]
    public void A_boolean_has_three_spellings(string text, bool value) =>
        Assert.Equal(value, Of(text).GetBoolean("key", !value));

    [Fact]
    public void A_value_has_the_type_it_is_asked_for()
    {
        var config = Of("12");

        Assert.Equal("12", config.GetString("key"));
        Assert.Equal(12, config.GetInt("key"));
        Assert.Equal(12L, config.GetLong("key"));
        Assert.Equal(12f, config.GetFloat("key"));
        Assert.Equal(12d, config.GetDouble("key"));
        Assert.Equal(12m, config.GetDecimal("key"));
        Assert.Equal(TimeSpan.FromMilliseconds(12), config.GetTimeSpan("key"));
        Assert.Equal(12L, config.GetByteSize("key"));
        Assert.Equal(-1.5e-3, Of("-1.5e-3").GetDouble("key"));
        Assert.Equal(-0.0015m, Of("-1.5e-3").GetDecimal("key"));
    }

    [Fact]
    public void A_missing_value_is_the_default()
    {
        foreach (var config in new[] { Config.Empty, Of("null"), "key = ${?none}" })
        {
            Assert.False(config.HasPath("key"));
            Assert.Null(config.GetValue("key"));
            Assert.Null(config.GetString("key"));
            Assert.Equal("x", config.GetString("key", "x"));
            Assert.Equal((0, 7), (config.GetInt("key"), config.GetInt("key", 7)));
            Assert.Equal((0L, 7L), (config.GetLong("key"), config.GetLong("key", 7)));
            Assert.Equal((0f, 7f), (config.GetFloat("key"), config.GetFloat("key", 7)));
            Assert.Equal((0d, 7d), (config.GetDouble("key"), config.GetDouble("key", 7)));
            Assert.Equal((0m, 7m), (config.GetDecimal("key"), config.GetDecimal("key", 7)));
            Assert.Equal((false, true), (config.GetBoolean("key"), config.GetBoolean("key", true)));
            Assert.Equal(TimeSpan.Zero, config.GetTimeSpan("key"));
            Assert.Equal(TimeSpan.MaxValue, config.GetTimeSpan("key", TimeSpan.MaxValue));
            Assert.Null(config.GetByteSize("key"));
            Assert.Equal(7, config.GetByteSize("key", 7));
            Assert.Empty(config.GetStringList("key"));
            Assert.Equal(["x"], config.GetStringList("key", ["x"]));
            Assert.Empty(config.GetIntList("key"));
            Assert.Same(Config.Empty, config.GetConfig("key"));
        }
    }

    [Fact]
    public void Lists_have_a_type_each()
    {
        Assert.Equal(["x", "y z"], Of("[x, y z]").GetStringList("key"));
        Assert.Equal([true, false], Of("[on, off]").GetBooleanList("key"));
        Assert.Equal([(byte)1, (byte)255], Of("[1, 255]").GetByteList("key"));
        Assert.Equal([1, 2], Of("[1, 2]").GetIntList("key"));
        Assert.Equal([1L, 2L], Of("[1, 2]").GetLongList("key"));
        Assert.Equal([1.5f], Of("[1.5]").GetFloatList("key"));
        Assert.Equal([1.5], Of("[1.5]").GetDoubleList("key"));
        Assert.Equal([1.5m], Of("[1.5]").GetDecimalList("key"));
    }

    [Fact]
    public void A_path_quotes_keys_with_dots()
    {
        Config config = "akka.deployment { \"/a.b/*\" { n = 1 }, /c/d.n = 2, \"q\\\"\\\\\" = 3 }";

        Assert.Equal(1, config.GetInt("akka.deployment.\"/a.b/*\".n"));
        Assert.Equal(2, config.GetInt("akka.deployment./c/d.n"));
        Assert.Equal(3, config.GetInt("akka.deployment.\"q\\\"\\\\\""));
        Assert.False(config.HasPath("akka.deployment.x.y"));
        Assert.False(config.HasPath("akka.deployment./c/d.n.more"));
    }

    [Fact]
    public void A_level_lists_its_keys_but_those_without_a_value()
    {
        Config config = "b = 1, a { c = 2 }, d = null, e = ${?none}";

        Assert.Equal(["b = 1", "a = {\n  c = 2\n}"], config.AsEnumerable().Select(
            pair => $"{pair.Key} = {pair.Value}"));
    }

    [Fact]
    public void It_is_empty_without_a_value()
    {
        Assert.True(Config.Empty.IsEmpty);
        Assert.True(((Config)"a = null").IsEmpty);
        Assert.False(((Config)"a = 0").IsEmpty);
        Assert.Equal("", Config.Empty.ToString());
    }

    [Theory]
    [InlineData("duration", "soon", "is no duration; write for example 5s or 200ms")]
    [InlineData("duration", "-5s", "is no duration")]
    [InlineData("duration", "5 parsecs", "is no duration")]
    [InlineData("duration", "99999999d", "is no duration")]
    [InlineData("duration", "99999999999999999999999999999999s", "is no duration")]
    [InlineData("duration", "\"\"", "is no duration")]
    [InlineData("finite duration", "infinite", "may not be infinite; write a limit")]
    [InlineData("size", "1 KB", "is no size; write for example 512B, 64KiB or 1MB")]
    [InlineData("size", "10EiB", "is no size")]
    [InlineData("int", "1.5", "is no whole number from -2147483648 to 2147483647")]
    [InlineData("int", "3000000000", "is no whole number")]
    [InlineData("long", "x", "is no whole number from -9223372036854775808")]
    [InlineData("decimal", "1e40", "is no decimal number")]
    [InlineData("double", "many", "is no number; write for example 0.75")]
    [InlineData("boolean", "maybe", "is no boolean; write true, false, on, off, yes or no")]
    [InlineData("text", "{}", "is no text; ask for one of its keys")]
    [InlineData("text", "[]", "is no text; write one value without brackets")]
    [InlineData("list", "x", "is no list; write for example [a, b]")]
    [InlineData("section", "x", "is no section; write keys in braces")]
    public void A_value_of_the_wrong_type_is_named_with_its_place(string type, string value, string complaint)
    {
        Config config = $"\nakka.actor {{ key = {value} }}";
        var actor = config.GetConfig("akka.actor");

        var fault = Assert.Throws<ConfigurationException>(() => Read(config, type, "akka.actor.key"));

        var shown = value is "{}" ? "an object" : value is "[]" ? "a list" : $"'{value.Trim('"')}'";
        Assert.StartsWith($"akka.actor.key = {shown} (string:2) {complaint}", fault.Message, StringComparison.Ordinal);
        Assert.Equal(fault.Message, Assert.Throws<ConfigurationException>(() => Read(actor, type, "key")).Message);
    }

    [Fact]
    public void A_wrong_element_is_named_with_its_index()
    {
        var fault = Assert.Throws<ConfigurationException>(() => Of("[1,\n 2, x]").GetIntList("key"));

        Assert.StartsWith("key[2] = 'x' (string:2) is no whole number", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a..b")]
    [InlineData("a.")]
    [InlineData("a.\"b")]
    public void A_malformed_path_is_refused(string path)
    {
        var fault = Assert.Throws<ConfigurationException>(() => Config.Empty.HasPath(path));

        Assert.Contains($"The path '{path}'", fault.Message, StringComparison.Ordinal);
    }

    private static Config Of(string value) => $"key = {value}";

    private static string? Read(Config config, string type, string path) => type switch
    {
        "duration" => $"{config.GetTimeSpan(path)}",
        "finite duration" => $"{config.GetTimeSpan(path, allowInfinite: false)}",
        "size" => $"{config.GetByteSize(path)}",
        "int" => config.GetInt(path).ToString(CultureInfo.InvariantCulture),
        "long" => config.GetLong(path).ToString(CultureInfo.InvariantCulture),
        "decimal" => config.GetDecimal(path).ToString(CultureInfo.InvariantCulture),
        "double" => config.GetDouble(path).ToString(CultureInfo.InvariantCulture),
        "boolean" => config.GetBoolean(path).ToString(),
        "text" => config.GetString(path),
        "list" => string.Concat(config.GetStringList(path)),
        "section" => config.GetConfig(path).ToString(),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "unknown"),
    };
}
