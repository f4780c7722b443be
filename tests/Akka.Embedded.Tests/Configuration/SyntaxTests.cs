namespace Akka.Configuration;

public sealed class SyntaxTests
{
    [Theory]
    [InlineData("nothing", "", "{}")]
    [InlineData("blanks and comments only", " \t\r\n# a\n// b", "{}")]
    [InlineData("braces around the document", "{ a = 1 }\n", "{a:<1>}")]
    [InlineData("JSON", """{"a": {"b": [1, "x", true]}}""", "{a:{b:[<1>,<x>,<true>]}}")]
    [InlineData("equals sign", "a = 1", "{a:<1>}")]
    [InlineData("colon", "a : 1", "{a:<1>}")]
    [InlineData("no blanks", "a=1,b:2", "{a:<1>,b:<2>}")]
    [InlineData("object without a separator", "a { b = 1 }", "{a:{b:<1>}}")]
    [InlineData("brace in the next line", "a\n{\n b = 1\n}", "{a:{b:<1>}}")]
    [InlineData("value in the next line", "a =\n  1", "{a:<1>}")]
    [InlineData("dotted key", "a.b.c = 1", "{a:{b:{c:<1>}}}")]
    [InlineData("quoted key", "\"a.b\".c = 1", "{a.b:{c:<1>}}")]
    [InlineData("partly quoted key", "a\".\"b = 1", "{a.b:<1>}")]
    [InlineData("key with a blank", "a b = 1", "{a b:<1>}")]
    [InlineData("key of a path", "/user/worker { b = 1 }", "{/user/worker:{b:<1>}}")]
    [InlineData("empty quoted key", "\"\" = 1", "{:<1>}")]
    [InlineData("key named include", "include = 1", "{include:<1>}")]
    [InlineData("key that starts with include", "include.x = 1, includes = 2, include me = 3",
        "{include:{x:<1>},include me:<3>,includes:<2>}")]
    [InlineData("comma", "a=1,b=2", "{a:<1>,b:<2>}")]
    [InlineData("trailing comma", "{a=1,}", "{a:<1>}")]
    [InlineData("comma and new lines", "a=1\n,\nb=2", "{a:<1>,b:<2>}")]
    [InlineData("carriage returns", "a = x\r\nb = y\r\n", "{a:<x>,b:<y>}")]
    [InlineData("byte order mark", "\uFEFFa = 1", "{a:<1>}")]
    [InlineData("comment after a value", "a = x # c\nb = y // c", "{a:<x>,b:<y>}")]
    [InlineData("comment sign in quotes", "a = \"x # c // d\"", "{a:<x # c // d>}")]
    [InlineData("a later value replaces", "a = 1\na = 2", "{a:<2>}")]
    [InlineData("objects of one key merge", "a { b = 1, c = 1 }\na { c = 2 }\na.d = 3", "{a:{b:<1>,c:<2>,d:<3>}}")]
    [InlineData("a text between hides objects before", "a { b = 1 }\na = 5\na { c = 2 }", "{a:{c:<2>}}")]
    [InlineData("null hides objects before", "a { b = 1 }\na = null\na { c = 2 }", "{a:{c:<2>}}")]
    [InlineData("null", "a = null", "{a:null}")]
    [InlineData("quoted null is text", "a = \"null\"", "{a:<null>}")]
    [InlineData("empty list", "a = []", "{a:[]}")]
    [InlineData("list over lines", "a = [\n 1\n 2,\n 3\n]", "{a:[<1>,<2>,<3>]}")]
    [InlineData("trailing comma in a list", "a = [1, 2,]", "{a:[<1>,<2>]}")]
    [InlineData("lists in lists", "a = [[1], [], [{b = 2}]]", "{a:[[<1>],[],[{b:<2>}]]}")]
    [InlineData("text with blanks", "a =  x  y\tz  ", "{a:<x  y\tz>}")]
    [InlineData("text of pieces", "a = x\"y z\"1.5", "{a:<xy z1.5>}")]
    [InlineData("quotes keep outer blanks", "a = \" x \"", "{a:< x >}")]
    [InlineData("signs within a text", "a = -1.5e+3, b = a+b/c", "{a:<-1.5e+3>,b:<a+b/c>}")]
    [InlineData("escapes", """a = "\"\\\/\b\f\n\r\t\u00e4" """, "{a:<\"\\/\b\f\n\r\tä>}")]
    [InlineData("three quotes", "a = \"\"\"x\n \"y\" \\n\"\"\"", "{a:<x\n \"y\" \\n>}")]
    [InlineData("more than three closing quotes", "a = \"\"\"x\"\"\"\"\"", "{a:<x\"\">}")]
    [InlineData("empty text in three quotes", "a = \"\"\"\"\"\"", "{a:<>}")]
    [InlineData("list concatenation", "a = [1] [2, 3]", "{a:[<1>,<2>,<3>]}")]
    [InlineData("object concatenation", "a = {b = 1, c = 1} {c = 2}", "{a:{b:<1>,c:<2>}}")]
    [InlineData("append to a list", "a = [1]\na += 2\na += [3]", "{a:[<1>,<2>,[<3>]]}")]
    [InlineData("append to nothing", "a += 1", "{a:[<1>]}")]
    [InlineData("append without blanks", "a.b+=x\na.b+=y", "{a:{b:[<x>,<y>]}}")]
    public void A_document_is_read(string row, string hocon, string tree)
    {
        Assert.NotEmpty(row);
        Assert.Equal(tree, Trees.Of(ConfigurationFactory.ParseString(hocon)));
    }

    [Fact]
    public void What_is_printed_reads_as_the_same_tree()
    {
        for (var seed = Trees.Seed; seed < Trees.Seed + 2_000; seed++)
        {
            var config = ConfigurationFactory.ParseString(Trees.Random(new Random(seed)));

            var again = ConfigurationFactory.ParseString(config.ToString());

            Assert.True(Trees.Of(config) == Trees.Of(again), $"BARTER_SEED={seed}\n{config}");
            Assert.Equal(config.ToString(), again.ToString());
        }
    }

    [Fact]
    public void What_is_printed_keeps_substitutions()
    {
        var config = ConfigurationFactory.ParseString(
            "a = [1]\na = ${a} [2]\nb = ${x.\"y.z\"} and ${?v}\nc += ${b}\nd = {x = 1} ${e} \ne {}");

        var again = ConfigurationFactory.ParseString(config.ToString());

        var fallback = ConfigurationFactory.ParseString("x.\"y.z\" = here");
        Assert.Equal("{a:[<1>,<2>],b:<here and >,c:[<here and >],d:{x:<1>},e:{},x:{y.z:<here>}}",
            Trees.Of(again.WithFallback(fallback)));
        Assert.Equal(config.ToString(), again.ToString());
    }
}
