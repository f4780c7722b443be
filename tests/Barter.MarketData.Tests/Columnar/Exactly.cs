using System.Text;
using Barter.Model;

namespace Barter.MarketData.Tests.Columnar;

/// <summary>Events as texts that differ wherever a bit does; 1.0 and 1.00 are equal decimals, but not these.</summary>
internal static class Exactly
{
    public static void Equal(IReadOnlyList<MarketEvent> expected, IReadOnlyList<MarketEvent> actual)
    {
        for (var i = 0; i < Math.Min(expected.Count, actual.Count); i++)
        {
            var (left, right) = (Of(expected[i]), Of(actual[i]));
            Assert.True(left == right, $"event {i}, seed {Seeds.Current}:\n{left}\n{right}");
        }

        Assert.Equal(expected.Count, actual.Count);
    }

    public static string Of(in MarketEvent told)
    {
        var text = new StringBuilder(
            $"{told.Kind} {told.Exchange} {told.Instrument} {told.TimeExchange.UnixNanos} "
            + $"{told.TimeReceived.UnixNanos} ");
        text.Append(told.Kind switch
        {
            MarketEventKind.Reconnecting => "",
            MarketEventKind.Trade =>
                $"{told.TradeNumber} '{told.TradeIdText}' {Of(told.TradePrice, told.TradeAmount)} {told.TradeSide}",
            MarketEventKind.OrderBookL1 => $"{told.L1.LastUpdateTime.UnixNanos} {told.HasBid} {told.HasAsk} "
                + Of(told.BidPrice, told.BidAmount, told.AskPrice, told.AskAmount),
            MarketEventKind.Candle => $"{told.Candle.CloseTime.UnixNanos} {told.Candle.TradeCount} "
                + Of(told.Candle.Open, told.Candle.High, told.Candle.Low, told.Candle.Close, told.Candle.Volume),
            MarketEventKind.Liquidation => $"{told.Liquidation.Time.UnixNanos} {told.TradeSide} "
                + Of(told.TradePrice, told.TradeAmount),
            _ => $"{told.Levels.Sequence} {told.Levels.TimeEngine?.UnixNanos} bids "
                + Of([.. told.Levels.Bids.SelectMany(Numbers)]) + " asks "
                + Of([.. told.Levels.Asks.SelectMany(Numbers)]),
        });
        return text.ToString();
    }

    private static decimal[] Numbers(Level level) => [level.Price, level.Amount];

    private static string Of(params decimal[] numbers) =>
        string.Join(' ', numbers.Select(number => string.Join('.', decimal.GetBits(number))));
}
