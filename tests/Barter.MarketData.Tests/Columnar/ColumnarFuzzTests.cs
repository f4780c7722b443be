using System.Buffers.Binary;
using Barter.MarketData.Generation;
using Barter.MarketData.Recorded;
using Barter.MarketData.Recorded.Columnar;
using Barter.Model;

namespace Barter.MarketData.Tests.Columnar;

public class ColumnarFuzzTests
{
    private static readonly StoredSelection Everything =
        new(new InstrumentTable(Given.Catalog), RecordedMarketDataOptions.Default);

    [Fact]
    public void However_a_file_is_broken_no_wrong_event_is_read() => Break(100_000);

    [Fact]
    [Trait("Category", "Slow")]
    public void However_often_a_file_is_broken_no_wrong_event_is_read() => Break(600_000);

    [Fact]
    public void However_sealed_nonsense_is_made_it_is_read_or_refused() => BreakAndSeal(5_000);

    [Fact]
    [Trait("Category", "Slow")]
    public void However_often_sealed_nonsense_is_made_it_is_read_or_refused() => BreakAndSeal(100_000);

    [Fact]
    public void A_broken_file_on_the_disk_is_refused_as_one_in_memory_is()
    {
        var (events, valid) = Valid(200, "disk");
        var draws = SeededDraws.For(Seeds.Current, "disk");
        using var file = new TempFile(name: "market.bmd");
        for (var i = 0; i < 1_000; i++)
        {
            var mutated = Mutate(valid, draws);
            File.WriteAllBytes(file.Path, mutated);

            // Without its first bytes it is no such file, and read as a text
            var reading = StoredMarketData.IsStored(file.Path)
                ? Reading.Of(new RecordedMarketData(file.Path, Given.Catalog))
                : new Reading([], MarketDataReport.Empty, null);

            AssertPrefix(events, reading.Events, i, mutated);
        }
    }

    [Fact]
    public void Every_length_that_is_too_short_is_refused_with_its_position()
    {
        var (_, valid) = Valid(60, "lengths");
        for (var length = 0; length < valid.Length; length++)
        {
            var (events, failure) = Read(valid[..length]);

            Assert.Empty(events);
            Assert.True(failure is { Position: >= 0 }, $"{length} bytes");
            Assert.StartsWith("broken.bmd: at byte ", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_bit_matters()
    {
        var (events, valid) = Valid(40, "bits");
        for (var bit = 0; bit < valid.Length * 8; bit++)
        {
            valid[bit / 8] ^= (byte)(1 << (bit % 8));

            var (read, failure) = Read(valid);

            Assert.True(failure?.Position is not null, $"bit {bit}");
            AssertPrefix(events, read, bit, valid);
            valid[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.Null(Read(valid).Failure);
    }

    private static void Break(int count)
    {
        var (events, valid) = Valid(60, "break");
        var draws = SeededDraws.For(Seeds.Current, "break");
        var refused = 0;
        for (var i = 0; i < count; i++)
        {
            var mutated = Mutate(valid, draws);
            var (read, failure) = Attempt(mutated, i);
            refused += failure is null ? 0 : 1;
            AssertPrefix(events, read, i, mutated);
            Assert.True(
                failure is not null ? failure.Position is not null : read.Count == events.Length, Told(i, mutated));
        }

        Assert.InRange(refused, count * 9 / 10, count);
    }

    private static void BreakAndSeal(int count)
    {
        var (_, valid) = Valid(60, "seal");
        var draws = SeededDraws.For(Seeds.Current, "seal");
        var (refused, accepted) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            var mutated = valid.ToArray();
            for (var bytes = draws.Between(1, 3); bytes > 0; bytes--)
            {
                var at = draws.Between(ColumnarLayout.HeaderBytes, valid.Length - ColumnarLayout.TrailerBytes - 1);
                mutated[at] = draws.Below(2) == 0
                    ? (byte)draws.Below(256)
                    : (byte)(mutated[at] ^ (1 << (int)draws.Below(8)));
            }

            Seal(mutated, valid);
            var (read, failure) = Attempt(mutated, i);
            (refused, accepted) = (refused + (failure is null ? 0 : 1), accepted + (failure is null ? 1 : 0));
            Assert.All(read, told => Assert.True(
                told.IsReconnecting || Given.Catalog[told.Instrument].ExchangeId == told.Exchange, Told(i, mutated)));
        }

        // Both must happen, or nothing was tried
        Assert.InRange(refused, count / 20, count);
        Assert.InRange(accepted, count / 20, count);
    }

    /// <summary>Puts checksums right, so that it is the decoding which must refuse.</summary>
    private static void Seal(byte[] bytes, byte[] valid)
    {
        using var file = new ColumnarFile(new ArrayBytes(valid));
        foreach (var block in file.Footer.Blocks)
        {
            var span = bytes.AsSpan((int)block.Offset, block.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(span, Crc32C.Of(span[sizeof(uint)..]));
        }

        var start = (int)BinaryPrimitives.ReadInt64LittleEndian(valid.AsSpan(valid.Length - 24));
        BinaryPrimitives.WriteUInt32LittleEndian(
            bytes.AsSpan(bytes.Length - 12), Crc32C.Of(bytes.AsSpan(start..^12)));
    }

    private static (MarketEvent[] Events, byte[] Bytes) Valid(int count, string part)
    {
        var events = new SeededEvents(SeededDraws.For(Seeds.Current, $"valid {part}")).Take(count);
        using var file = new TempFile(name: "market.bmd");
        ColumnarRoundTripTests.Write(file.Path, events);
        return (events, File.ReadAllBytes(file.Path));
    }

    private static (List<MarketEvent> Events, MarketDataException? Failure) Attempt(byte[] bytes, int number)
    {
        try
        {
            return Read(bytes);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException(Told(number, bytes), failure);
        }
    }

    private static (List<MarketEvent> Events, MarketDataException? Failure) Read(byte[] bytes)
    {
        var events = new List<MarketEvent>();
        try
        {
            using var file = new ColumnarFile(new ArrayBytes(bytes));
            using var stream = new StoredStream([new PendingFile(0, file.Content, () => file)], Everything);
            while (stream.Next() is { IsEmpty: false } batch)
            {
                events.AddRange(batch.Span);
            }

            return (events, null);
        }
        catch (MarketDataException failure)
        {
            return (events, failure);
        }
    }

    private static void AssertPrefix(MarketEvent[] expected, IReadOnlyList<MarketEvent> read, int number, byte[] bytes)
    {
        Assert.True(read.Count <= expected.Length, Told(number, bytes));
        for (var i = 0; i < read.Count; i++)
        {
            Assert.True(expected[i] == read[i], Told(number, bytes));
        }
    }

    private static string Told(int number, byte[] bytes) =>
        $"seed {Seeds.Current}, mutation {number}: {Convert.ToBase64String(bytes)}";

    private static byte[] Mutate(byte[] valid, SeededDraws draws)
    {
        var bytes = valid.ToList();
        for (var count = draws.Between(1, 3); count > 0 && bytes.Count > 0; count--)
        {
            var at = (int)draws.Below(bytes.Count);
            var length = (int)draws.Between(1, Math.Min(40, bytes.Count - at));
            switch (draws.Below(7))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << (int)draws.Below(8));
                    break;
                case 1:
                    bytes[at] = (byte)draws.Below(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 4:
                    bytes.InsertRange((int)draws.Below(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 5:
                    bytes.RemoveRange(at & ~7, Math.Min(8, bytes.Count - (at & ~7)));
                    break;
                default:
                    for (var i = at; i < at + length; i++)
                    {
                        bytes[i] = 0;
                    }

                    break;
            }
        }

        return [.. bytes];
    }
}
