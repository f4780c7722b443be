namespace Akka.Configuration;

public sealed class SubstitutionTests
{
    [Theory]
    [InlineData("text", "a = ${b}, b = x", "a", "<x>")]
    [InlineData("later definition", "a = ${b}, b = x, b = y", "a", "<y>")]
    [InlineData("dotted path", "a = ${b.c}, b.c = x", "a", "<x>")]
    [InlineData("quoted path", "a = ${\"b.c\"}, \"b.c\" = x", "a", "<x>")]
    [InlineData("blanks in the braces", "a = ${ b }, b = x", "a", "<x>")]
    [InlineData("within a text", "a = pre ${b} post${b}, b = x", "a", "<pre x postx>")]
    [InlineData("of a number", "a = 1${b}, b = 5", "a", "<15>")]
    [InlineData("of null within a text", "a = x${b}, b = null", "a", "<xnull>")]
    [InlineData("object", "a = ${b}, b { c = 1 }", "a", "{c:<1>}")]
    [InlineData("object with more keys", "a = ${b} { c = 2 }, b { c = 1, d = 1 }", "a", "{c:<2>,d:<1>}")]
    [InlineData("object over keys", "a = { c = 2 } ${b}, b { c = 1, d = 1 }", "a", "{c:<1>,d:<1>}")]
    [InlineData("object merges with an earlier one", "a { x = 1 }\na = ${b}\nb { y = 2 }", "a", "{x:<1>,y:<2>}")]
    [InlineData("keys after it", "a = ${b}\na.c = 2\nb { c = 1, d = 1 }", "a", "{c:<2>,d:<1>}")]
    [InlineData("list", "a = ${b} [3], b = [1, 2]", "a", "[<1>,<2>,<3>]")]
    [InlineData("in a list", "a = [${b}, ${?none}, 2], b = 1", "a", "[<1>,<2>]")]
    [InlineData("in objects of a list", "a = [{ x = ${b} }], b = 1", "a", "[{x:<1>}]")]
    [InlineData("chain", "a = ${b}, b = ${c}, c = ${d}, d = x", "a", "<x>")]
    [InlineData("optional and there", "a = ${?b}, b = x", "a", "<x>")]
    [InlineData("optional keeps what was before", "a = 1\na = ${?none}", "a", "<1>")]
    [InlineData("optional list that is missing", "a = ${?none} [1]", "a", "[<1>]")]
    [InlineData("optional text that is missing", "a = x${?none}y", "a", "<xy>")]
    [InlineData("self reference of a list", "a = [0]\na = ${a} [1]\na = ${a} [2]", "a", "[<0>,<1>,<2>]")]
    [InlineData("self reference joins text", "a = x\na = ${a}\":y\"", "a", "<x:y>")]
    [InlineData("self reference within a list", "a = [1]\na = [${a}, 2]", "a", "[[<1>],<2>]")]
    [InlineData("optional self reference to nothing", "a = ${?a} [1]", "a", "[<1>]")]
    [InlineData("self reference of a nested key", "a { b = x }\na { b = ${a.b}y }", "a.b", "<xy>")]
    [InlineData("own object's member", "a { b = ${a.c}, c = 1 }", "a", "{b:<1>,c:<1>}")]
    [InlineData("own object's later member", "a { b = ${a.c}, c = 1 }\na { c = 2 }", "a.b", "<2>")]
    [InlineData("member of its own base", "a = ${base} { y = ${a.x} }, base { x = 1 }", "a", "{x:<1>,y:<1>}")]
    [InlineData("copy of a list that grew", "b { l = [1] }\nb.l = ${b.l} [2]\na = ${b} { x = 1 }", "a",
        "{l:[<1>,<2>],x:<1>}")]
    [InlineData("look back into what was before", "a { x = 1 }\na = ${a.x}", "a", "<1>")]
    [InlineData("two keys that refer to each other's members",
        "bar { a = ${foo.d}, b = 1 }\nbar.b = 3\nfoo { c = ${bar.b}, d = 2 }\nfoo.d = 4", "bar.a", "<4>")]
    [InlineData("key that replaced a text merges in a copy", "b = 1\nb { y = 2 }\na = { x = 1 } ${b}", "a",
        "{x:<1>,y:<2>}")]
    [InlineData("environment", "a = ${BARTER_HOCON_TEST}", "a", "<from outside>")]
    [InlineData("environment comes last", "a = ${BARTER_HOCON_TEST}, BARTER_HOCON_TEST = inside", "a", "<inside>")]
    [InlineData("null hides the environment", "a = ${BARTER_HOCON_TEST}, BARTER_HOCON_TEST = null", "b", "{}")]
    public void A_reference_takes_the_value(string row, string hocon, string path, string tree)
    {
        Assert.NotEmpty(row);
        Environment.SetEnvironmentVariable("BARTER_HOCON_TEST", "from outside");

        var found = ConfigurationFactory.ParseString(hocon).GetValue(path);

        Assert.Equal(tree, found is null ? "{}" : Trees.Of(found));
    }

    [Fact]
    public void A_missing_optional_value_is_no_key()
    {
        var config = ConfigurationFactory.ParseString("a = ${?none}, b = ${?none}${?none}, c { d = ${?none} }");

        Assert.False(config.HasPath("a"));
        Assert.False(config.HasPath("b"));
        Assert.Equal("{c:{}}", Trees.Of(config));
    }

    [Fact]
    public void References_see_the_fallbacks()
    {
        var user = ConfigurationFactory.ParseString("mine = ${base} { size = 3 }\nlist = ${list} [2]\nname = ${other}");
        var reference = ConfigurationFactory.ParseString("base { size = 1, kind = x }\nlist = [1]\nother = y");

        var merged = user.WithFallback(reference);

        Assert.Equal("{base:{kind:<x>,size:<1>},list:[<1>,<2>],mine:{kind:<x>,size:<3>},name:<y>,other:<y>}",
            Trees.Of(merged));
    }

    [Fact]
    public void References_of_the_fallback_see_the_user()
    {
        var user = ConfigurationFactory.ParseString("other = mine");
        var reference = ConfigurationFactory.ParseString("other = default, name = ${other}");

        Assert.Equal("mine", user.WithFallback(reference).GetString("name"));
    }

    [Fact]
    public void An_unknown_reference_hurts_only_who_asks_for_it()
    {
        var config = ConfigurationFactory.ParseString("a = ${none}, b = 1");

        Assert.Equal(1, config.GetInt("b"));
        Assert.False(config.IsEmpty);
        Assert.Throws<ConfigurationException>(() => config.GetString("a"));
    }

    [Fact]
    public void A_section_keeps_what_its_references_meant()
    {
        var section = ConfigurationFactory.ParseString("a { x = ${b} }, b = 1").GetConfig("a");

        var merged = section.WithFallback(ConfigurationFactory.ParseString("b = 2, y = 3"));

        Assert.Equal("{b:<2>,x:<1>,y:<3>}", Trees.Of(merged));
    }

    [Theory]
    [InlineData("itself", "a = ${a}", "a → a")]
    [InlineData("each other", "a = ${b}, b = ${a}", "a → b → a")]
    [InlineData("through text", "a = x${b}, b = ${c}, c = y${a}", "a → b → c → a")]
    [InlineData("own object", "a { b = ${a} }", "a.b → a.b")]
    [InlineData("through a list", "a = [${b}], b { x = ${a} }", "a → b.x → a")]
    public void A_circle_is_refused_with_its_chain(string row, string hocon, string chain)
    {
        Assert.NotEmpty(row);
        var fault = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString(hocon).GetString("a"));

        Assert.Contains(chain + ";", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("texts that double", "a text of some length", "${k#}${k#}", 60, "characters")]
    [InlineData("lists that double", "[1]", "${k#} ${k#}", 60, "values")]
    [InlineData("objects that double", "{ x = 1 }", "{ l = ${k#}, r = ${k#} }", 60, "values")]
    [InlineData("a long chain", "1", "${k#}", 1_000, "levels")]
    public void Substitutions_have_limits(string row, string first, string next, int count, string limit)
    {
        Assert.NotEmpty(row);
        var lines = Enumerable.Range(0, count).Select(index =>
            $"k{index + 1} = {next.Replace("#", $"{index}", StringComparison.Ordinal)}\n");
        var config = ConfigurationFactory.ParseString($"k0 = {first}\n{string.Concat(lines)}");

        var fault = Assert.Throws<ConfigurationException>(() => config.GetValue($"k{count}"));

        Assert.Contains(limit, fault.Message, StringComparison.Ordinal);
    }
}
