using System.Text;
using Barter.MarketData.Generation;
using Barter.MarketData.Recorded;
using Barter.Model;

namespace Barter.MarketData.Tests.Import;

/// <summary>Reads files from memory, and breaks them.</summary>
internal static class FileFuzz
{
    private static readonly InstrumentTable Instruments = new(Imported.Instruments);

    private static readonly byte[] Marks = [.. "0123456789.,;:\"-+eE \t\r\n\0TtrueFBS/_[]{}<"u8, 0x80, 0xEF, 0xFF];

    /// <summary>All events up to the end or the refusal, each with the line at which it was complete.</summary>
    public static (List<(long Line, MarketEvent Event)> Events, MarketDataException? Refusal) Read(
        string name, byte[] bytes)
    {
        var events = new List<(long, MarketEvent)>();
        try
        {
            using var source = SourceText.Open(name, new MemoryStream(bytes, writable: false));
            var reader = EventReaders.Choose(source, Instruments, RecordedMarketDataOptions.Default);
            while (true)
            {
                switch (reader.Read(out var marketEvent))
                {
                    case ReadOutcome.End:
                        return (events, null);
                    case ReadOutcome.Event:
                        events.Add((source.Line, marketEvent));
                        break;
                    case ReadOutcome.Bad:
                        throw source.Bad(reader.Problem);
                }
            }
        }
        catch (MarketDataException refusal)
        {
            return (events, refusal);
        }
    }

    /// <summary>Changes one to three places from one on: bits, digits, whole stretches, or the end.</summary>
    public static byte[] Mutate(byte[] valid, int from, SeededDraws draws)
    {
        var bytes = valid.ToList();
        for (var count = draws.Between(1, 3); count > 0 && bytes.Count > from; count--)
        {
            var at = (int)draws.Between(from, bytes.Count - 1);
            var most = Math.Min(24, bytes.Count - at);
            switch (draws.Below(7))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << (int)draws.Below(8));
                    break;
                case 1:
                    bytes[at] = Marks[(int)draws.Below(Marks.Length)];
                    break;
                case 2:
                    bytes.Insert(at, Marks[(int)draws.Below(Marks.Length)]);
                    break;
                case 3:
                    bytes.RemoveRange(at, (int)draws.Between(1, most));
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 5:
                    bytes.InsertRange((int)draws.Between(from, bytes.Count), bytes.GetRange(at, most));
                    break;
                default:
                    (bytes[at], bytes[at + most - 1]) = (bytes[at + most - 1], bytes[at]);
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Lines as they stand, one character a byte.</summary>
    public static string[] LinesOf(byte[] bytes) => Encoding.Latin1.GetString(bytes).Split('\n');

    /// <summary>What no event may be, whatever the file says.</summary>
    public static void AssertLegal(in MarketEvent row)
    {
        var isLegal = row.IsReconnecting || (row.TimeExchange > Timestamp.Epoch && row.Kind switch
        {
            MarketEventKind.Trade or MarketEventKind.Liquidation => row is { TradePrice: > 0m, TradeAmount: > 0m },
            MarketEventKind.Candle => row.Candle is { Low: > 0m, Volume: >= 0m } bar
                && bar.Low <= Math.Min(bar.Open, bar.Close) && bar.High >= Math.Max(bar.Open, bar.Close),
            _ => true,
        });
        Assert.True(isLegal, row.ToString());
    }
}
