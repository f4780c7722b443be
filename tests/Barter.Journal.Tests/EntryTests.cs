using Barter.Model;
using Barter.Model.Tests.Json;
using Xunit.Abstractions;

namespace Barter.Journal.Tests;

public class EntryTests(ITestOutputHelper output)
{
    private static readonly Timestamp Now = new(-5);

    private static IEnumerable<JournalEntry> Kinds =>
    [
        new JournalEntry.Started(Now, """{"of":"ünicode"}"""),
        new JournalEntry.MarketRead(Now, long.MaxValue),
        new JournalEntry.Sent(Now, new ClientOrderId("c-1"), IsCancel: false),
        new JournalEntry.Sent(Now, new ClientOrderId("c-1"), IsCancel: true),
        new JournalEntry.Ended(Now, "the user said so"),
        .. Samples.OpenRequests.Select(row => new JournalEntry.OpenIntended(Now, ulong.MaxValue, row.Request)),
        .. Samples.CancelRequests.Select(row => new JournalEntry.CancelIntended(Now, 3, row.Request)),
        .. Samples.EngineEvents.Select(row => new JournalEntry.Entered(
            Now, row.Event, row.Event is EngineEvent.Market ? 0 : long.MinValue)),
    ];

    public static TheoryData<int, string> Rows
    {
        get
        {
            var rows = new TheoryData<int, string>();
            foreach (var (i, entry) in Kinds.Index())
            {
                rows.Add(i, entry.ToString()[..Math.Min(60, entry.ToString().Length)]);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_entry_is_read_as_it_was_written(int row, string name)
    {
        var entry = Kinds.ElementAt(row);
        output.WriteLine(name);

        Assert.Equal(entry, Read(Given.Body(entry)));
    }

    [Fact]
    public void Every_kind_of_entry_and_event_has_a_row()
    {
        Assert.Equal(Cases(typeof(JournalEntry)), Kinds.Select(entry => entry.GetType().Name).Distinct().Order());
        Assert.Equal(
            Cases(typeof(EngineEvent)),
            Kinds.OfType<JournalEntry.Entered>().Select(entry => entry.Event.GetType().Name).Distinct().Order());
        Assert.Equal(
            Enum.GetValues<MarketEventKind>(),
            Kinds.OfType<JournalEntry.Entered>().Select(entry => entry.Event).OfType<EngineEvent.Market>()
                .Select(market => market.Event.Kind).Distinct().Order());
    }

    [Fact]
    public void Market_events_keep_every_digit()
    {
        output.WriteLine($"BARTER_SEED={Dice.Seed}");
        var dice = new Dice(Dice.Seed);
        for (var i = 0; i < 20_000; i++)
        {
            var told = dice.Market();
            var body = Given.Body(new JournalEntry.Entered(Now, new EngineEvent.Market(told), 0));
            var read = ((EngineEvent.Market)((JournalEntry.Entered)Read(body)).Event).Event;

            Assert.Equal(told, read);
            Assert.Equal(told.ToString(), read.ToString());
            Assert.Equal(Digits(told), Digits(read));
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0.00")]
    [InlineData("-0.0")]
    [InlineData("1.10")]
    [InlineData("4294967295")]
    [InlineData("4294967296")]
    [InlineData("18446744073709551616")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    public void A_decimal_keeps_its_scale_and_sign(string text)
    {
        var value = decimal.Parse(text, null);
        Span<byte> room = new byte[BodyWriter.DecimalBytesMax];
        var writer = new BodyWriter(room);
        writer.Decimal(value);
        var reader = new BodyReader(room[..writer.Length]);

        Assert.Equal(decimal.GetBits(value), decimal.GetBits(reader.Decimal()));
        reader.RequireEnd();
    }

    [Fact]
    public void A_body_that_is_none_is_never_more_than_a_format_exception()
    {
        output.WriteLine($"BARTER_SEED={Dice.Seed}");
        var dice = new Dice(Dice.Seed);
        var refused = 0;
        for (var i = 0; i < 100_000; i++)
        {
            var body = Given.Body(dice.Entry());
            body = dice.OneIn(4) ? body[..dice.Below(body.Length)] : body;
            for (var j = dice.Below(4); j >= 0 && body.Length > 0; j--)
            {
                body[dice.OneIn(3) ? 0 : dice.Below(body.Length)] = (byte)dice.Below(256);
            }

            try
            {
                EntryCodec.Tell(new Any(), i, body);
            }
            catch (FormatException)
            {
                refused++;
            }
        }

        output.WriteLine($"{refused} of 100000 mutated bodies refused");
        Assert.InRange(refused, 30_000, 100_000);
    }

    [Fact]
    public void An_exchange_has_the_number_for_ever_that_is_in_the_files()
    {
        Assert.Equal(41, (int)ExchangeId.Poloniex);
        Assert.Equal(7, (int)ExchangeId.BinanceSpot);
        Assert.Equal(21, (int)ExchangeId.BybitSpot);
        Assert.Equal(36, (int)ExchangeId.Kraken);
        Assert.Equal(40, (int)ExchangeId.Okx);
    }

    [Fact]
    public void What_cannot_be_kept_is_refused_and_leaves_the_batch_as_it_was()
    {
        using var batch = new JournalBatch();
        batch.Add(Given.Note(1));
        var before = batch.Frames.ToArray();

        var noText = Assert.Throws<JournalException>(() => batch.Add(new JournalEntry.Ended(Now, "\ud800")));
        var report = Assert.Throws<JournalException>(() => batch.Add(
            new JournalEntry.Entered(Now, EngineEvents.MarketReconnecting(ExchangeId.Okx), 5)));

        Assert.Equal((JournalFault.Misused, JournalFault.Misused), (noText.Kind, report.Kind));
        Assert.Equal((1, false), (batch.Count, batch.HasIntents));
        Assert.Equal(before, batch.Frames.ToArray());
    }

    [Fact]
    public void Market_events_are_written_without_allocating()
    {
        using var batch = new JournalBatch();
        var dice = new Dice(1);
        var events = Enumerable.Range(0, 200).Select(_ => dice.Market()).ToArray();
        for (var round = 0; round < 2; round++)
        {
            batch.Clear();
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (ref readonly var told in events.AsSpan())
            {
                batch.AddMarket(Now, told);
            }

            Assert.True(round == 0 || GC.GetAllocatedBytesForCurrentThread() == before);
        }
    }

    private static IEnumerable<string> Cases(Type union) =>
        union.GetNestedTypes().Where(type => type.IsSubclassOf(union)).Select(type => type.Name).Order();

    private static JournalEntry Read(byte[] body)
    {
        var heard = new Heard();
        EntryCodec.Tell(heard, 0, body);
        return Assert.Single(heard.Entries);
    }

    // Printing shows the trailing zeros that equality does not see
    private static string Digits(in MarketEvent told) => string.Join(' ', told.Kind switch
    {
        MarketEventKind.Reconnecting => [],
        MarketEventKind.OrderBookSnapshot or MarketEventKind.OrderBookUpdate => told.Levels.Bids
            .Concat(told.Levels.Asks).SelectMany(level => new[] { level.Price, level.Amount }),
        MarketEventKind.Candle => [told.Candle.Open, told.Candle.High, told.Candle.Low, told.Candle.Close,
            told.Candle.Volume],
        _ => (decimal[])[told.BidPrice, told.BidAmount, told.AskPrice, told.AskAmount],
    });

    private sealed class Any : IJournalReader
    {
        public void Market(long number, Timestamp now, in MarketEvent told)
        {
        }

        public void Entry(long number, JournalEntry entry)
        {
        }
    }
}
