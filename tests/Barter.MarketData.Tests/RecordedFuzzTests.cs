using System.Text;
using Barter.MarketData.Generation;
using Barter.Model;

namespace Barter.MarketData.Tests;

public class RecordedFuzzTests
{
    private const int Mutations = 1_500;

    [Theory]
    [InlineData("lines")]
    [InlineData("array")]
    [InlineData("bars")]
    [InlineData("zipped")]
    public void However_a_file_is_broken_it_is_read_or_refused(string layout)
    {
        var valid = Valid(layout);
        var draws = SeededDraws.For(Seeds.Current, layout);
        using var file = new TempFile(valid);
        var source = new RecordedMarketData(file.Path, Given.Catalog, new() { Instrument = "0" });
        Assert.Null(Reading.Of(source).Failure);
        var refused = 0;
        for (var i = 0; i < Mutations; i++)
        {
            var mutated = Mutate(valid, draws);
            File.WriteAllBytes(file.Path, mutated);
            try
            {
                var reading = Reading.Of(source);
                refused += reading.Failure is null ? 0 : 1;
                AssertLegal(reading);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException(
                    $"seed {Seeds.Current}, mutation {i}: {Convert.ToBase64String(mutated)}", failure);
            }
        }

        Assert.InRange(refused, Mutations / 10, Mutations - 1);
    }

    private static void AssertLegal(Reading reading)
    {
        foreach (var marketEvent in reading.Events)
        {
            Assert.True(Given.Catalog.TryFind(marketEvent.Exchange, out _));
            if (!marketEvent.IsReconnecting)
            {
                Assert.Equal(marketEvent.Exchange, Given.Catalog[marketEvent.Instrument].ExchangeId);
            }

            if (marketEvent.Kind is MarketEventKind.Trade or MarketEventKind.Liquidation)
            {
                Assert.True(marketEvent is { TradePrice: > 0m, TradeAmount: > 0m });
            }
        }

        if (reading.Failure is { } failure)
        {
            Assert.True(failure.Line >= 1);
            Assert.DoesNotContain(failure.Message, char.IsControl);
        }
    }

    private static byte[] Valid(string layout)
    {
        if (layout == "bars")
        {
            return Given.Utf8("timestamp,open,high,low,close,volume\n" + string.Concat(Enumerable.Range(0, 10).Select(
                i => $"2025-01-02 10:{i:D2}:00.000000,1.5,2.25,1,2,{i}\n")));
        }

        using var target = new MemoryStream();
        using (var writer = new MarketDataWriter(target, Given.Catalog))
        {
            writer.Write(Given.EveryKind);
        }

        var lines = target.ToArray();
        return layout switch
        {
            "array" => Given.Utf8(
                $"[{Encoding.UTF8.GetString(lines).TrimEnd().Replace("\n", ",\n", StringComparison.Ordinal)}]"),
            "zipped" => Given.Zipped(lines),
            _ => lines,
        };
    }

    private static byte[] Mutate(byte[] valid, SeededDraws draws)
    {
        var bytes = valid.ToList();
        for (var count = draws.Between(1, 3); count > 0 && bytes.Count > 0; count--)
        {
            var at = (int)draws.Below(bytes.Count);
            switch (draws.Below(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << (int)draws.Below(8));
                    break;
                case 1:
                    bytes[at] = (byte)"{}[]\",:\\0-e.9\n \u0080"[(int)draws.Below(16)];
                    break;
                case 2:
                    bytes.Insert(at, (byte)draws.Below(256));
                    break;
                case 3:
                    bytes.RemoveRange(at, (int)draws.Between(1, Math.Min(20, bytes.Count - at)));
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes.InsertRange((int)draws.Below(bytes.Count), bytes.Skip(at).Take(30).ToArray());
                    break;
            }
        }

        return [.. bytes];
    }
}
