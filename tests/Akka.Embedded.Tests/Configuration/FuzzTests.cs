using Akka.Configuration.Hocon;
using Xunit.Abstractions;

namespace Akka.Configuration;

public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly string[] Documents =
    [
        "akka { loglevel = INFO, actor { provider = \"a, b\", timeout = 5s } } # c\n// d\n" +
            "x.\"y.z\" : [1, 2.5, {a = b},]",
        "base { size = 1, list = [1] }\nmine = ${base} { size = 2, list = ${base.list} [3] }\n" +
            "name = pre ${?none} ${mine.size}",
        "a = \"\\\"\\\\\\n\\u00e4\"\nb = \"\"\"x\n\"y\"\"\"\"\nc += 1\nc += ${a}\nd = null, e = {f : 1} {g = ${d}}",
        "include \"other.conf\"\na { include required(file(\"/none/other.conf\")) }\n" +
            "b = ${?a.b}x\nb = ${b}y\nl = [${l2}] ${?m}\nl2 = [${?b}]",
    ];

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", "=", ":", "+=", ",", "\n", "\"", "\"\"\"", "${", "${?", "$", "#", "//", "\\", "\\u",
        " ", ".", "include ", "file(", ")", "null", "a", "${a}", "${b}", "${base}", "*", "\0", "\uFEFF", "\uD800", "5s",
        "9e999", "\t",
    ];

    private static readonly HoconRoot Included = new(ConfigurationFactory.ParseString("b = 1, x { y = 2 }").Root);

    /// <summary>Whatever the text, reading it either works or says what is wrong with it.</summary>
    [Fact]
    public void Any_text_is_read_or_refused()
    {
        var (read, refused) = (0, 0);
        for (var seed = Trees.Seed; seed < Trees.Seed + 20_000; seed++)
        {
            var text = Mutated(new Random(seed));
            try
            {
                var config = ConfigurationFactory.ParseString(text, _ => Included);
                var printed = config.ToString();
                Assert.Equal(printed, ConfigurationFactory.ParseString(printed).ToString());
                Ask(config.WithFallback(Documents[seed % 3]));
                read++;
            }
            catch (ConfigurationException fault)
            {
                Assert.Contains("; ", fault.Message, StringComparison.Ordinal);
                refused++;
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"BARTER_SEED={seed}: {fault.Message}\n{text}", fault);
            }
        }

        output.WriteLine($"{read} read, {refused} refused");
        Assert.True(read > 1_000 && refused > 1_000, $"{read} read, {refused} refused");
    }

    private static void Ask(Config config)
    {
        _ = config.IsEmpty;
        _ = config.AsEnumerable().Select(pair => pair.Value.ToString()).ToList();
        _ = config.Root.ToString();
        foreach (var ask in new Action[]
        {
            () => config.GetTimeSpan("akka.actor.timeout"),
            () => config.GetByteSize("base.size"),
            () => config.GetDecimal("a"),
            () => config.GetStringList("l"),
        })
        {
            try
            {
                ask();
            }
            catch (ConfigurationException)
            {
                // Of another type after the mutation
            }
        }
    }

    private static string Mutated(Random random)
    {
        var text = Documents[random.Next(Documents.Length)];
        for (var count = random.Next(1, 5); count > 0; count--)
        {
            var start = random.Next(text.Length + 1);
            var length = Math.Min(random.Next(8), text.Length - start);
            var other = random.Next(text.Length + 1);
            text = random.Next(4) switch
            {
                0 => text.Remove(start, length),
                1 => text.Insert(start, Pieces[random.Next(Pieces.Length)]),
                2 => text.Remove(start, length).Insert(start, Pieces[random.Next(Pieces.Length)]),
                _ => text.Insert(other, text.Substring(start, length)),
            };
        }

        return text;
    }
}
