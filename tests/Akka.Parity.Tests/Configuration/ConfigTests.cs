using Akka.Configuration;

namespace Akka.Parity.Tests.Configuration;

public sealed class ConfigTests
{
    [Theory]
    [InlineData("nested braces", "a { b { c = x } }")]
    [InlineData("a path as key", "a.b.c = x")]
    [InlineData("a colon", "a.b.c : x")]
    [InlineData("an object without a sign", "a.b { c = x }")]
    [InlineData("quotes", "a.b.c = \"x\"")]
    [InlineData("comments", "# comment\na.b.c = x // another")]
    [InlineData("as JSON", "{ \"a\" : { \"b\" : { \"c\" : \"x\" } } }")]
    [InlineData("the last one counts", "a.b.c = y\na.b.c = x")]
    [InlineData("objects are merged", "a { b { c = x } }\na { b { d = y } }")]
    [InlineData("a substitution", "z = x\na.b.c = ${z}")]
    [InlineData("a quoted part of the key", "a.\"b\".c = x")]
    public void A_value_is_found_by_its_path(string row, string hocon)
    {
        Assert.NotEmpty(row);

        Assert.Equal("x", ConfigurationFactory.ParseString(hocon).GetString("a.b.c"));
    }

    [Theory]
    [InlineData("seconds", "10s", 10_000)]
    [InlineData("a blank between", "10 s", 10_000)]
    [InlineData("milliseconds", "250ms", 250)]
    [InlineData("minutes", "2m", 120_000)]
    [InlineData("hours", "1h", 3_600_000)]
    [InlineData("days", "1d", 86_400_000)]
    [InlineData("in full", "3 seconds", 3_000)]
    [InlineData("a fraction", "0.5s", 500)]
    [InlineData("no unit", "40", 40)]
    public void A_duration_is_read(string row, string text, int milliseconds)
    {
        Assert.NotEmpty(row);

        Assert.Equal(
            TimeSpan.FromMilliseconds(milliseconds),
            ConfigurationFactory.ParseString($"span = {text}").GetTimeSpan("span"));
    }

    [Theory]
    [InlineData("on", "on", true)]
    [InlineData("true", "true", true)]
    [InlineData("yes", "yes", true)]
    [InlineData("off", "off", false)]
    [InlineData("false", "false", false)]
    [InlineData("no", "no", false)]
    public void A_truth_value_is_read(string row, string text, bool expected)
    {
        Assert.NotEmpty(row);

        Assert.Equal(expected, ConfigurationFactory.ParseString($"truth = {text}").GetBoolean("truth"));
    }

    [Theory]
    [InlineData("bytes", "512b", 512L)]
    [InlineData("powers of two", "4KiB", 4096L)]
    [InlineData("powers of ten", "4kB", 4000L)]
    [InlineData("megabytes", "2MiB", 2_097_152L)]
    public void A_size_is_read(string row, string text, long expected)
    {
        Assert.NotEmpty(row);

        Assert.Equal(expected, ConfigurationFactory.ParseString($"size = {text}").GetByteSize("size"));
    }

    [Fact]
    public void Numbers_are_read()
    {
        var config = ConfigurationFactory.ParseString("int = -7, long = 12345678901, double = 0.25, decimal = 1.5");

        Assert.Equal(-7, config.GetInt("int"));
        Assert.Equal(12_345_678_901L, config.GetLong("long"));
        Assert.Equal(0.25, config.GetDouble("double"));
        Assert.Equal(1.5m, config.GetDecimal("decimal"));
    }

    [Fact]
    public void Lists_are_read()
    {
        var config = ConfigurationFactory.ParseString("words = [a, \"b c\", d]\nnumbers = [1, 2, 3]\nnone = []");

        Assert.Equal(["a", "b c", "d"], config.GetStringList("words").ToList());
        Assert.Equal([1, 2, 3], config.GetIntList("numbers").ToList());
        Assert.Empty(config.GetStringList("none"));
    }

    [Fact]
    public void What_is_missing_has_the_default_that_was_named()
    {
        var config = ConfigurationFactory.ParseString("a = 1");

        Assert.Equal("x", config.GetString("b", "x"));
        Assert.Equal(7, config.GetInt("b", 7));
        Assert.True(config.GetBoolean("b", true));
        Assert.Equal(TimeSpan.FromSeconds(1), config.GetTimeSpan("b", TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void It_says_what_is_there()
    {
        var config = ConfigurationFactory.ParseString("a.b = 1");

        Assert.True(config.HasPath("a"));
        Assert.True(config.HasPath("a.b"));
        Assert.False(config.HasPath("a.c"));
        Assert.True(ConfigurationFactory.Empty.IsEmpty);
        Assert.False(config.IsEmpty);
    }

    [Fact]
    public void A_section_is_a_configuration_of_its_own()
    {
        var section = ConfigurationFactory.ParseString("a.b { c = 1, d = 2 }").GetConfig("a.b");

        Assert.Equal(1, section.GetInt("c"));
        Assert.Equal(2, section.GetInt("d"));
    }

    [Fact]
    public void A_fallback_fills_only_what_is_missing()
    {
        var config = ConfigurationFactory.ParseString("a { b = 1 }")
            .WithFallback(ConfigurationFactory.ParseString("a { b = 2, c = 3 }"))
            .WithFallback(ConfigurationFactory.ParseString("a { c = 4, d = 5 }"));

        Assert.Equal(1, config.GetInt("a.b"));
        Assert.Equal(3, config.GetInt("a.c"));
        Assert.Equal(5, config.GetInt("a.d"));
    }

    [Fact]
    public void A_substitution_takes_a_whole_object()
    {
        var config = ConfigurationFactory.ParseString("base { x = 1, y = 2 }\nown = ${base} { y = 3 }");

        Assert.Equal(1, config.GetInt("own.x"));
        Assert.Equal(3, config.GetInt("own.y"));
    }

    [Fact]
    public void Text_in_three_quotes_keeps_its_lines() =>
        Assert.Equal("one\ntwo", ConfigurationFactory.ParseString("text = \"\"\"one\ntwo\"\"\"").GetString("text"));

    [Fact]
    public void A_text_that_breaks_off_is_refused() =>
        Assert.ThrowsAny<Exception>(() => ConfigurationFactory.ParseString("a { b = \"x"));
}
