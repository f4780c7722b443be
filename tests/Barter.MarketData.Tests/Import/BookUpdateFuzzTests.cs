using System.Globalization;
using Barter.MarketData.Generation;
using Barter.Model;

namespace Barter.MarketData.Tests.Import;

public class BookUpdateFuzzTests
{
    private const string Header = "exchange,symbol,timestamp,local_timestamp,is_snapshot,side,price,amount\n";
    private const long Start = 1_741_064_767_089_123;

    [Fact]
    public void Books_are_what_their_rows_say() => Fuzz(0, 2_000, "intact");

    [Fact]
    public void Broken_books_are_refused_or_say_what_their_rows_say() => Fuzz(3, 11_800, "few");

    [Fact]
    [Trait("Category", "Slow")]
    public void Many_broken_books_are_refused_or_say_what_their_rows_say() => Fuzz(3, 59_000, "many");

    private static void Fuzz(int changes, int rounds, string part)
    {
        var draws = SeededDraws.For(Seeds.Current, $"books {part}");
        var accepted = 0;
        for (var i = 0; i < rounds; i++)
        {
            var bytes = Given.Utf8(Header + string.Concat(Rows(draws)));
            bytes = changes == 0 ? bytes : FileFuzz.Mutate(bytes, Header.Length, draws);
            var (events, refusal) = FileFuzz.Read("books.csv", bytes);
            Assert.True(changes > 0 || refusal is null, refusal?.Message);
            if (refusal is not null || bytes.Contains((byte)'"'))
            {
                continue;
            }

            accepted++;
            var expected = Expected(FileFuzz.LinesOf(bytes).Skip(1));
            Assert.True(
                expected.SequenceEqual(events.Select(row => row.Event)),
                $"seed {Seeds.Current}, round {i}: {Convert.ToBase64String(bytes)}");
        }

        Assert.InRange(accepted, rounds / 50, rounds);
    }

    private static IEnumerable<string> Rows(SeededDraws draws)
    {
        var (time, isSnapshot) = (Start, true);
        for (var row = 0; row < 7; row++)
        {
            if (draws.Below(3) == 0)
            {
                (time, isSnapshot) = (time + draws.Between(1, 5_000), draws.Below(4) == 0);
            }

            // A price for every row, so that the order of levels is never in doubt
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"b,BTCUSDT,{time - 7},{time},{(isSnapshot ? "true" : "false")},"
                + $"{(draws.Below(2) == 0 ? "ask" : "bid")},"
                + $"{row}{draws.Between(1, 9)}.{draws.Below(100)},{draws.Below(5)}\n");
        }
    }

    // The obvious way: cut, group, and make books of the groups
    private static List<MarketEvent> Expected(IEnumerable<string> lines)
    {
        var rows = lines.Where(line => line.Trim(' ', '\t', '\r').Length > 0).Select(line => line.Split(',')).ToArray();
        var events = new List<MarketEvent>();
        for (var (first, end) = (0, 0); first < rows.Length; first = end)
        {
            var isSnapshot = IsTrue(rows[first][4]);
            for (end = first + 1; end < rows.Length && IsTrue(rows[end][4]) == isSnapshot; end++)
            {
                if (!isSnapshot && Nanos(rows[end][3]) != Nanos(rows[first][3]))
                {
                    break;
                }
            }

            var group = rows[first..end].Where(row => !isSnapshot || Number(row[7]) > 0m).ToArray();
            if (isSnapshot && first > 0)
            {
                events.Add(MarketEvent.Reconnecting(ExchangeId.BinanceSpot));
            }

            var (bids, asks) = (Side(group, "bid"), Side(group, "ask"));
            events.Add(Imported.Book(
                isSnapshot, Nanos(rows[end - 1][2]).ToString(), Nanos(rows[end - 1][3]).ToString(),
                (ulong)events.Count(row => !row.IsReconnecting) + 1,
                (isSnapshot ? bids.OrderByDescending(level => level.Price) : bids).ToValueList(),
                (isSnapshot ? asks.OrderBy(level => level.Price) : asks).ToValueList()));
        }

        return events;
    }

    private static IEnumerable<Level> Side(string[][] rows, string side) => rows
        .Where(row => row[5].Trim(' ', '\t').Equals(side, StringComparison.OrdinalIgnoreCase))
        .Select(row => new Level(Number(row[6]), Number(row[7])));

    private static bool IsTrue(string text) => text.Trim(' ', '\t').ToUpperInvariant() is "TRUE" or "1";

    private static Timestamp Nanos(string text) => text.Contains('-', StringComparison.Ordinal)
        ? new Timestamp(0)
        : new Timestamp(long.Parse(text, CultureInfo.InvariantCulture) * 1_000);

    private static decimal Number(string text) =>
        decimal.Parse(text.Trim('\r'), NumberStyles.Float, CultureInfo.InvariantCulture);
}
