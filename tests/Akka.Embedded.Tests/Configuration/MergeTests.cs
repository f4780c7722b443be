namespace Akka.Configuration;

public sealed class MergeTests
{
    [Theory]
    [InlineData("the receiver wins", "a = 1", "a = 2, b = 3", "{a:<1>,b:<3>}")]
    [InlineData("objects merge deep", "a { b { c = 1 } }", "a { b { c = 2, d = 3 }, e = 4 }",
        "{a:{b:{c:<1>,d:<3>},e:<4>}}")]
    [InlineData("lists replace", "a = [1]", "a = [2, 3]", "{a:[<1>]}")]
    [InlineData("text replaces an object", "a = 1", "a { b = 2 }", "{a:<1>}")]
    [InlineData("an object replaces text", "a { b = 2 }", "a = 1", "{a:{b:<2>}}")]
    [InlineData("null removes", "a = null", "a { b = 2 }", "{a:null}")]
    [InlineData("append sees the fallback", "a += 2", "a = [1]", "{a:[<1>,<2>]}")]
    [InlineData("optional leaves the fallback", "a = ${?none}", "a = 1", "{a:<1>}")]
    public void A_fallback_fills_what_is_missing(string row, string upper, string lower, string tree)
    {
        Assert.NotEmpty(row);
        var merged = ConfigurationFactory.ParseString(upper).WithFallback(ConfigurationFactory.ParseString(lower));

        Assert.Equal(tree, Trees.Of(merged));
    }

    [Fact]
    public void It_does_not_matter_which_fallbacks_are_merged_first()
    {
        for (var seed = Trees.Seed; seed < Trees.Seed + 3_000; seed++)
        {
            var random = new Random(seed);
            var (a, b, c) = (Draw(random), Draw(random), Draw(random));

            var left = TreeOrFault(a.WithFallback(b).WithFallback(c));
            var right = TreeOrFault(a.WithFallback(b.WithFallback(c)));

            Assert.True(left == right, $"BARTER_SEED={seed}\n{a}\n---\n{b}\n---\n{c}\n---\n{left}\n{right}");
        }
    }

    [Fact]
    public void Nothing_over_or_under_a_configuration_changes_nothing()
    {
        for (var seed = Trees.Seed; seed < Trees.Seed + 1_000; seed++)
        {
            var config = ConfigurationFactory.ParseString(Trees.Random(new Random(seed)));

            Assert.Equal(config.ToString(), config.WithFallback(Config.Empty).ToString());
            Assert.Equal(config.ToString(), Config.Empty.WithFallback(config).ToString());
            Assert.Equal(config.ToString(), config.WithFallback(config).ToString());
        }
    }

    [Fact]
    public void A_text_between_two_objects_hides_the_lower_one()
    {
        var (upper, text, lower) = ((Config)"a { x = 1 }", (Config)"a = 5", (Config)"a { y = 2 }");

        Assert.Equal("{a:{x:<1>}}", Trees.Of(upper.WithFallback(text).WithFallback(lower)));
        Assert.Equal("{a:{x:<1>}}", Trees.Of(upper.WithFallback(text.WithFallback(lower))));
    }

    [Fact]
    public void What_a_fallback_hid_stays_hidden()
    {
        var (upper, middle, lower) = ((Config)"a { x = 1 }", (Config)"a = 5\na { y = 2 }", (Config)"a { z = 3 }");

        Assert.Equal("{a:{x:<1>,y:<2>}}", Trees.Of(upper.WithFallback(middle).WithFallback(lower)));
        Assert.Equal("{a:{x:<1>,y:<2>}}", Trees.Of(upper.WithFallback(middle.WithFallback(lower))));
    }

    [Fact]
    public void A_section_that_replaced_a_text_takes_fallbacks_of_its_own()
    {
        var section = ((Config)"a = 5\na { x = 1 }").GetConfig("a");

        Assert.Equal("{x:<1>,y:<2>}", Trees.Of(section.WithFallback("y = 2")));
    }

    [Fact]
    public void Merging_leaves_both_as_they_were()
    {
        var (upper, lower) = ((Config)"a { x = 1 }", (Config)"a { y = 2 }");
        var (upperText, lowerText) = (upper.ToString(), lower.ToString());

        _ = new Config(upper, lower).WithFallback("a.z = 3");

        Assert.Equal((upperText, lowerText), (upper.ToString(), lower.ToString()));
    }

    [Fact]
    public void Null_and_empty_are_safe_fallbacks()
    {
        Config config = "a = 1";

        Assert.Same(config, config.SafeWithFallback(null));
        Assert.Same(config, ((Config?)null).SafeWithFallback(config));
        Assert.Equal("{a:<1>,b:<2>}", Trees.Of(config.SafeWithFallback("b = 2")!));
        Assert.True(((Config?)null).IsNullOrEmpty());
        Assert.True(Config.Empty.IsNullOrEmpty());
        Assert.False(config.IsNullOrEmpty());
    }

    private static Config Draw(Random random) =>
        ConfigurationFactory.ParseString(Trees.Random(random, withReferences: true));

    private static string TreeOrFault(Config config)
    {
        try
        {
            return Trees.Of(config);
        }
        catch (ConfigurationException)
        {
            return "refused";
        }
    }
}
