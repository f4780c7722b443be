using System.Buffers.Binary;
using System.Security.Cryptography;
using Barter.Journal.Snapshots;
using Xunit.Abstractions;
using static Barter.Journal.Tests.Snapshots.Graph;

namespace Barter.Journal.Tests.Snapshots;

public sealed class ObjectImageDamageTests(ITestOutputHelper output)
{
    private const int Mutations = 30_000;
    private const int SealLength = SHA256.HashSizeInBytes;
    private const int NamesAt = 8 + sizeof(int) + SHA256.HashSizeInBytes;

    [Fact]
    public void No_damage_goes_unseen()
    {
        var image = Image();
        for (var bit = 0; bit < image.Length * 8; bit++)
        {
            var damaged = (byte[])image.Clone();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.IsType<ObjectImageOutcome.Damaged>(new ObjectImage([]).Restore(damaged));
        }

        for (var length = 0; length < image.Length; length++)
        {
            Assert.IsType<ObjectImageOutcome.Damaged>(new ObjectImage([]).Restore(image.AsMemory(0, length)));
        }
    }

    /// <summary>Behind the seal nothing is believed either: what is wrong is told, and nothing is thrown.</summary>
    [Fact]
    public void Damage_under_a_seal_that_fits_is_told()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("BARTER_SEED"), out var given) ? given : 60_606;
        var random = new Random(seed);
        var image = Image();
        var reader = new ObjectImage([]);
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < Mutations; at++)
        {
            var outcome = reader.Restore(Sealed(Mutate(image, random)));
            var name = outcome.GetType().Name;
            counts[name] = counts.GetValueOrDefault(name) + 1;
        }

        output.WriteLine($"BARTER_SEED={seed}: {string.Join(", ", counts)}");
        Assert.Equal(Mutations, counts.Values.Sum());
        Assert.True(counts[nameof(ObjectImageOutcome.Damaged)] > Mutations / 4);
    }

    [Fact]
    public void Types_that_are_laid_out_in_another_way_are_refused()
    {
        var image = Image();
        var mark = image.AsSpan().IndexOf("Radius"u8);
        Assert.True(mark < 0, "names of fields are in the fingerprint only");
        image[12] ^= 1;

        Assert.Equal(
            new ObjectImageOutcome.OtherLayout("its types are laid out in another way here"),
            new ObjectImage([]).Restore(Sealed(image)));
    }

    [Fact]
    public void Another_format_is_refused()
    {
        var image = Image();
        image[8] = 2;

        Assert.Equal(
            new ObjectImageOutcome.OtherLayout("format 2 instead of 1"), new ObjectImage([]).Restore(Sealed(image)));
    }

    [Fact]
    public void A_type_that_is_gone_is_refused()
    {
        var image = Image();
        var name = image.AsSpan().IndexOf("Circle"u8);
        image[name] = (byte)'K';

        var outcome = Assert.IsType<ObjectImageOutcome.OtherLayout>(new ObjectImage([]).Restore(Sealed(image)));
        Assert.Contains("Kircle", outcome.What, StringComparison.Ordinal);
    }

    private static byte[] Image()
    {
        var shared = new Circle(12.50m);
        var node = new Node { Value = shared };
        node.Next = new Node { Next = node, Value = new Square(1m, shared) };
        return new ObjectImage([]).Save(new object?[]
        {
            node, null, "text", "ψ", Mood.Wild, 7, 1.5, DateTimeOffset.UnixEpoch, new Point(1, 2, "three"),
            new List<string> { "a", "b" }, new Dictionary<Point, IShape> { [new(1, 1, "p")] = shared },
            new HashSet<string>(StringComparer.Ordinal) { "x", "y" },
            new PriorityQueue<string, int>([("a", 2), ("b", 1)]),
            new SortedDictionary<int, Mood>(new ByRest(7)) { [1] = Mood.Calm }, new Stack<decimal?>([1m, null]),
            new byte[] { 1, 2, 3 }, new int[] { 1, 2, 3 }, new Nothing[3], (1, (Int128)2), new Derived { Text = "t" },
        });
    }

    private static byte[] Mutate(byte[] image, Random random)
    {
        var length = random.Next(20) == 0 ? random.Next(SealLength, image.Length) : image.Length;
        var mutated = image[..length];
        var names = NamesAt + sizeof(int) + BinaryPrimitives.ReadInt32LittleEndian(image.AsSpan(NamesAt));
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            // Most of it behind mark, version, fingerprint and names, which refuse nearly all
            var at = random.Next(random.Next(20) == 0 ? 0 : Math.Min(names, length - 1), length);
            mutated[at] = random.Next(3) switch
            {
                0 => (byte)random.Next(256),
                1 => (byte)(mutated[at] ^ (1 << random.Next(8))),
                _ => byte.MaxValue,
            };
        }

        return mutated;
    }

    private static byte[] Sealed(byte[] image)
    {
        var body = Math.Max(0, image.Length - SealLength);
        SHA256.HashData(image.AsSpan(0, body)).AsSpan(0, image.Length - body).CopyTo(image.AsSpan(body));
        return image;
    }
}
