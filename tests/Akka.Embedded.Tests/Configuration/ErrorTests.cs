namespace Akka.Configuration;

public sealed class ErrorTests
{
    [Theory]
    [InlineData("no value", "a {\n b = }",
        "string:2:6: a.b: found '}', expected a value; write \"\" for an empty text")]
    [InlineData("no separator", "a {\n  b\n}",
        "string:3:1: a.b: found '}', expected '=', ':', '+=' or '{' after the key")]
    [InlineData("two separators", "a = = 1", "string:1:5: a: found '=', expected a value")]
    [InlineData("value of two keys", "a = b = 1",
        "string:1:7: the root: found '=', expected a comma, a new line or the end")]
    [InlineData("two commas", "a = 1,, b = 2", "string:1:7: the root: found ',', expected a key")]
    [InlineData("two commas in a list", "a = [1,,2]", "string:1:8: a[1]: found ',', expected a value")]
    [InlineData("open brace", "a { b = 1", "string:1:10: a: found the end, expected a comma, a new line or '}'")]
    [InlineData("open brace and new line", "a { b = 1\n", "string:2:1: a: found the end, expected a key")]
    [InlineData("brace too many", "a { }\n}", "string:2:1: the root: found '}', expected a key")]
    [InlineData("text after the document", "{ a = 1 } b", "string:1:11: the root: found 'b', expected the end")]
    [InlineData("open list", "a = [1, 2", "string:1:10: a: found the end, expected a comma, a new line or ']'")]
    [InlineData("list as document", "[1, 2]", "string:1:1: the root: found '[', expected a key")]
    [InlineData("open quotes", "a = \"x\nb = 2", "string:1:5: found a text without an end, expected a closing quote")]
    [InlineData("three open quotes", "a = \"\"\"x\n\"", "string:1:5: found a text without an end, expected three")]
    [InlineData("after three quotes", "a = \"\"\"x\ny\"\"\"\n b = }", "string:3:6: b: found '}', expected a value")]
    [InlineData("unknown escape", "a = \"\\q\"", "string:1:7: found an unknown escape, expected one of")]
    [InlineData("cut escape", "a = \"\\u00", "string:1:7: found an unknown escape, expected one of")]
    [InlineData("reserved sign", "a = x*y",
        "string:1:6: found '*', expected a key or a value; put text with it into double quotes")]
    [InlineData("dollar sign", "a = $x", "string:1:5: found '$', expected a key or a value")]
    [InlineData("empty key", "a { .b = 1 }",
        "string:1:5: a: found an empty key at '.b', expected keys with single dots")]
    [InlineData("no key", "a { = 1 }", "string:1:5: a: found '=', expected a key; write key = value")]
    [InlineData("open substitution", "a = ${b", "string:1:8: a: found the end, expected '}' after the path")]
    [InlineData("empty substitution", "a = ${}", "string:1:7: a: found '}', expected a key")]
    [InlineData("text beside an object", "a = x {}",
        "string:1:7: a: found an object beside 'x', expected values of one kind")]
    [InlineData("list beside an object", "a = {} [1]", "string:1:8: a: found a list beside an object")]
    [InlineData("include of nothing known", "include url(\"x\")",
        "string:1:13: the root: found \"x\", expected the name of a file")]
    [InlineData("include without an end", "include required(file(\"x\")",
        "string:1:27: the root: found the end, expected the name")]
    [InlineData("include from a text", "a { include \"x.conf\" }", "string:1:5: a: include: 'x.conf' is relative")]
    public void A_fault_names_place_and_key(string row, string hocon, string message)
    {
        Assert.NotEmpty(row);
        var fault = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString(hocon));

        Assert.StartsWith(message, fault.Message, StringComparison.Ordinal);
        Assert.Contains("; ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_substitution_names_itself_and_its_place()
    {
        Config config = "a {\n  b = ${x.y}\n}";

        var fault = Assert.Throws<ConfigurationException>(() => config.GetConfig("a"));

        Assert.Equal("string:2:7: a.b: nothing defines ${x.y}, neither a key nor an environment variable; define it, " +
            "or write ${?x.y} if it may be missing", fault.Message);
    }

    [Fact]
    public void Kinds_that_turn_out_not_to_match_are_refused_late()
    {
        Config config = "a = ${b} text\nb { c = 1 }";

        var fault = Assert.Throws<ConfigurationException>(() => config.GetString("a"));

        Assert.StartsWith("string:1:10: a: found 'text' beside an object", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("objects", "a {", "")]
    [InlineData("lists", "[", "a = ")]
    [InlineData("dotted keys", "a.", "")]
    [InlineData("anonymous objects in lists", "[{a=", "a = ")]
    public void Nesting_has_a_limit(string row, string level, string before)
    {
        Assert.NotEmpty(row);
        var hocon = before + string.Concat(Enumerable.Repeat(level, 100_000)) + "a = 1";

        var fault = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString(hocon));

        Assert.Contains("more than 100 levels deep", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_levels_are_read_and_printed()
    {
        Config config = string.Concat(Enumerable.Repeat("a {", 99)) + "a = ${x}" + new string('}', 99) + "\nx = 1";
        var path = string.Join('.', Enumerable.Repeat("a", 100));

        Assert.Equal(1, config.GetInt(path));
        Assert.Equal(1, ((Config)config.ToString()).GetInt(path));
        Assert.Equal(1, config.WithFallback($"{path} = 2").GetInt(path));
    }
}
