using System.Globalization;

namespace Akka.Event;

public sealed class LogTemplateTests
{
    public static TheoryData<string, string, object?[], string> Templates => new()
    {
        { "no holes", "nothing to fill", [1], "nothing to fill" },
        { "positional", "{0} and {1}", [1, "two"], "1 and two" },
        { "positional, used twice and out of order", "{1}{0}{1}", ["a", "b"], "bab" },
        { "named", "{Side} at {Price}", ["Buy", 1.5m], "Buy at 1.5" },
        { "a name is a new argument each time", "{Id} {Id}", [1, 2], "1 2" },
        { "names and numbers take arguments in turn", "{Id} {0}", ["a", "b"], "a b" },
        { "destructured", "{@Order} {$Order}", [1, 2], "1 2" },
        { "format", "{0:F2}|{Price:0.000}", [1.239m, 2m], "1.24|2.000" },
        { "width", "{0,5}|{1,-5}|", [1, 2], "    1|2    |" },
        { "width and format", "{0,6:F1}|", [1.26m], "   1.3|" },
        { "doubled braces", "{{0}} {0} }}", [1], "{0} 1 }" },
        { "null", "<{0}>", [null], "<>" },
        { "too few arguments", "{0} {1} {Name}", ["a"], "a {1} {Name}" },
        { "no argument", "{0}", [], "{0}" },
        { "too many arguments", "{0}", [1, 2], "1" },
        { "open brace", "{0} {", [1], "1 {" },
        { "open hole", "{0} {1", [1, 2], "1 {1" },
        { "empty hole", "{} {0}", [1], "{} 1" },
        { "JSON", "{\"a\": 1} {0}", [7], "{\"a\": 1} 7" },
        { "no such format", "{0:Q}", [1], "1" },
        { "no such width", "{0,x}", [1], "{0,x}" },
        { "a number out of range", "{99999999999}", [1], "{99999999999}" },
        { "a huge width", "{0,999999999}", [""], new string(' ', 1000) },
    };

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_template_becomes_a_text(string row, string template, object?[] arguments, string text)
    {
        Assert.NotEmpty(row);
        Assert.Equal(text, DefaultLogMessageFormatter.Instance.Format(template, arguments));
        Assert.Equal(text, DefaultLogMessageFormatter.Instance.Format(template, (IEnumerable<object?>)arguments));
    }

    [Fact]
    public void An_argument_without_a_text_does_not_take_the_line_with_it() => Assert.Equal(
        "a (Akka.Event.LogTemplateTests+Mute has no text: NotSupportedException) b",
        DefaultLogMessageFormatter.Instance.Format("a {0} {1}", new Mute(), "b"));

    [Fact]
    public void Numbers_are_written_the_same_everywhere()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = "," } };
            Assert.Equal("1.5", DefaultLogMessageFormatter.Instance.Format("{0}", 1.5m));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Every_template_of_a_seeded_walk_becomes_some_text()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("BARTER_SEED"), out var given) ? given : 20260101;
        var random = new Random(seed);
        const string Alphabet = "{}{}{}01Ab:,-@$ \"F2";
        for (var walk = 0; walk < 20_000; walk++)
        {
            var template = new string(random.GetItems<char>(Alphabet, random.Next(20)));
            var text = DefaultLogMessageFormatter.Instance.Format(template, 1, null, "three");
            Assert.True(text is not null, $"BARTER_SEED={seed}: {template}");
        }
    }

    private sealed class Mute
    {
        public override string ToString() => throw new NotSupportedException();
    }
}
