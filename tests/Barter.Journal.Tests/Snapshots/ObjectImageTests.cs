using Barter.Journal.Snapshots;
using Barter.Model;
using static Barter.Journal.Tests.Snapshots.Graph;

namespace Barter.Journal.Tests.Snapshots;

public sealed class ObjectImageTests
{
    public static TheoryData<string, object> Values() => new()
    {
        { "yes", true },
        { "byte", byte.MaxValue },
        { "sbyte", sbyte.MinValue },
        { "short", short.MinValue },
        { "ushort", ushort.MaxValue },
        { "int", int.MinValue },
        { "uint", uint.MaxValue },
        { "long", long.MinValue },
        { "ulong", ulong.MaxValue },
        { "char", '\uFFFF' },
        { "float", -1.5e-30f },
        { "double", Math.PI },
        { "int128", Int128.MinValue },
        { "uint128", UInt128.MaxValue },
        { "guid", new Guid("0f8fad5b-d9cb-469f-a165-70867728950e") },
        { "span", TimeSpan.MinValue },
        { "time", new DateTime(2025, 6, 2, 1, 2, 3, DateTimeKind.Utc) },
        { "offset", new DateTimeOffset(2025, 6, 2, 1, 2, 3, TimeSpan.FromHours(-7)) },
        { "date", new DateOnly(2025, 6, 2) },
        { "clock", new TimeOnly(23, 59) },
        { "enum", Mood.Wild },
        { "enum that is no name", (Mood)77 },
        { "wide enum", Vast.Most },
        { "text", "plain" },
        { "wide text", "ψ \ud83d\ude00" },
        { "broken text", "half \ud83d of a pair" },
        { "empty text", "" },
        { "struct", new Point(1, -2, "three") },
        { "empty struct", default(Nothing) },
        { "tuple", (1, "two", 3m) },
        { "record", new Square(2m, new Circle(1m)) },
        { "bytes", new byte[] { 1, 2, 3 } },
        { "array", new[] { 1, 2, 3 } },
        { "empty structs", new Nothing[5] },
        { "nullables", new int?[] { 1, null, 3 } },
        { "jagged array", new[] { new[] { 1m }, [], [2m, 3m] } },
        { "references", new object?[] { 1, null, "x", Mood.Calm } },
        { "list", new List<string?> { "a", null } },
        { "queue", new Queue<int>([3, 1, 2]) },
        { "stack", new Stack<int>([3, 1, 2]) },
        { "linked list", new LinkedList<int>([3, 1, 2]) },
        { "set", new HashSet<Point> { new(1, 2, "a"), new(2, 1, "b") } },
        { "sorted set", new SortedSet<string>(StringComparer.Ordinal) { "b", "a", "B" } },
        { "dictionary", new Dictionary<string, int?> { ["b"] = 1, ["a"] = null } },
        { "ordered", new OrderedDictionary<Point, string> { [new(2, 2, "z")] = "z", [new(1, 1, null)] = "y" } },
        { "sorted", new SortedDictionary<string, decimal>(StringComparer.Ordinal) { ["b"] = 1m, ["a"] = 2m } },
        { "value list", ValueList.Create<string>(["x", "y"]) },
        { "list of lists", new List<List<int>> { new() { 1 }, new() } },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Everything_comes_back_as_it_was(string name, object value)
    {
        var back = Again(value);

        Assert.True(back.GetType() == value.GetType(), name);
        Assert.Equal(value, back);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0.00")]
    [InlineData("1.50")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("4294967296.10")]
    public void A_decimal_comes_back_bit_for_bit(string text)
    {
        var value = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(decimal.GetBits(value), decimal.GetBits((decimal)Again(value)));
    }

    [Fact]
    public void Fields_of_base_classes_count_under_the_same_name_too()
    {
        var back = Again(new Derived { Hidden = 7, OwnHidden = 8, Text = "t" });

        Assert.Equal((7, 8, "t"), (back.Hidden, back.OwnHidden, back.Text));
    }

    [Fact]
    public void What_is_shared_stays_shared_and_circles_stay_circles()
    {
        var shared = new Circle(1m);
        var first = new Node { Value = shared };
        first.Next = new Node { Next = first, Value = new List<object> { shared, first } };

        var back = Again(first);

        Assert.Same(back, back.Next!.Next);
        var list = Assert.IsType<List<object>>(back.Next.Value);
        Assert.Same(back.Value, list[0]);
        Assert.Same(back, list[1]);
    }

    [Fact]
    public void A_long_chain_is_no_danger()
    {
        var first = new Node();
        for (var at = 0; at < 200_000; at++)
        {
            first = new Node { Next = first };
        }

        var length = 0;
        for (var node = Again(first); node is not null; node = node.Next)
        {
            length++;
        }

        Assert.Equal(200_001, length);
    }

    [Fact]
    public void Collections_keep_their_comparers()
    {
        var names = Again(new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["a"] = 1 });
        var ordinal = Again(new Dictionary<string, int>(StringComparer.Ordinal) { ["a"] = 1 });
        var set = Again(new HashSet<int>(new ByRest(10)) { 1, 2 });
        var sorted = Again(new SortedDictionary<int, string>(new ByRest(7)) { [6] = "last", [7] = "first" });

        Assert.Equal((1, false), (names["A"], ordinal.ContainsKey("A")));
        Assert.Same(StringComparer.Ordinal, ordinal.Comparer);
        Assert.False(set.Add(11));
        Assert.Equal(["first", "last"], sorted.Values);
    }

    [Fact]
    public void A_priority_queue_gives_out_in_the_same_order()
    {
        var random = new Random(1);
        var queue = new PriorityQueue<int, int>();
        for (var at = 0; at < 500; at++)
        {
            queue.Enqueue(at, random.Next(20));
            if (random.Next(3) == 0)
            {
                queue.Dequeue();
            }
        }

        var back = Again(queue);

        while (queue.Count > 0)
        {
            Assert.Equal(queue.Dequeue(), back.Dequeue());
        }

        Assert.Equal(0, back.Count);
    }

    [Fact]
    public void Constants_are_saved_by_name()
    {
        Action constant = () => { };
        var other = new Circle(1m);
        var saved = new ObjectImage([new("run", constant), new("circle", new Circle(1m))])
            .Save(new object[] { constant, new Node { Value = constant } });

        var restored = new ObjectImage([new("circle", other), new("run", constant)]).Restore(saved);

        var back = Assert.IsType<object[]>(Assert.IsType<ObjectImageOutcome.Restored>(restored).Root);
        Assert.Same(constant, back[0]);
        Assert.Same(constant, Assert.IsType<Node>(back[1]).Value);
        Assert.Equal(
            new ObjectImageOutcome.OtherLayout("run is not known here"), new ObjectImage([]).Restore(saved));
        Assert.IsType<ObjectImageOutcome.OtherLayout>(new ObjectImage([new("run", other)]).Restore(saved));
    }

    public static TheoryData<string, object> Unsavable() => new()
    {
        { "[0]", new Action(() => { }) },
        { "[0]", typeof(string) },
        { "[0]", new MemoryStream() },
        { "[0]", Thread.CurrentThread },
        { "[0]", new Random(1) },
        { "[0]", new int[2, 2] },
        { "[0].Value", new Holder<CancellationToken>(default) },
        { "[0].Value.Value[1]", new Node { Value = new Node { Value = new object[] { 1, new SemaphoreSlim(1) } } } },
        { "[0].Value.Item2.Value", new Node { Value = (1, new KeyValuePair<int, object>(1, new Lazy<int>())) } },
        { "[0][0].Value", new Dictionary<string, object> { ["a"] = new Func<int>(() => 1) } },
        { "[0].Value", new Holder<nint>(1) },
    };

    [Theory]
    [MemberData(nameof(Unsavable))]
    public void What_cannot_be_kept_is_refused_by_the_way_to_it(string path, object value)
    {
        var refused = Assert.Throws<ObjectImageException>(() => new ObjectImage([]).Save(new[] { value }));

        Assert.Equal($"Object[]{path}".Replace(".Item2.Value", ".Item2.value", StringComparison.Ordinal)
            .Replace("[0][0].Value", "[0][0].value", StringComparison.Ordinal), refused.Path);
    }

    [Fact]
    public void The_same_objects_give_the_same_bytes_and_stay_as_they_are()
    {
        var graph = new object[] { new Square(1m, new Circle(2.50m)), new Dictionary<int, string> { [2] = "b" } };
        var image = new ObjectImage([]);

        var first = image.Save(graph);

        Assert.Equal(first, image.Save(graph));
        Assert.Equal(first, new ObjectImage([]).Save(Again(graph)));
    }

    private static T Again<T>(T value)
        where T : notnull
    {
        var image = new ObjectImage([]).Save(value);
        var outcome = new ObjectImage([]).Restore(image);
        return (T)Assert.IsType<ObjectImageOutcome.Restored>(outcome).Root;
    }
}
