using Barter.Model;
using Barter.Statistics;

namespace Barter.Scenarios.Statistics;

public sealed class SummaryTests
{
    private static readonly Timestamp Start = Timestamp.Parse("2024-06-01T00:00:00Z");

    private static readonly InstrumentCatalog Catalog =
        InstrumentCatalog.Build([Instrument.Spot(ExchangeId.BinanceSpot, "BTCUSDT", "btc", "usdt")]);

    [Fact]
    [Trait("Case", "XA-011")]
    public void A_closed_position_moves_the_end()
    {
        var generator = new TradingSummaryGenerator(Catalog, Start, 0.05m, ReturnInterval.Daily);
        var exit = Start + TimeSpan.FromMinutes(30);

        generator.Update(new PositionExited(
            new InstrumentIndex(0), Side.Buy, 10_000m, 1m, 50m, 5m, 5m, Start, exit, [new TradeId("t-1")]));
        var summary = generator.Generate();

        Assert.Equal(exit, summary.TimeEngineEnd);
        var sheet = summary.Instruments.Values.Single();
        Assert.Equal((1L, 1L), (sheet.PositionsClosed, sheet.Wins));
    }

    [Fact]
    [Trait("Case", "XB-011")]
    public void Ratios_without_deviation_or_drawdown_are_left_out_with_the_reason()
    {
        var generator = new TradingSummaryGenerator(Catalog, Start, 0.05m, ReturnInterval.Daily);
        generator.Update(new AssetBalance(new AssetIndex(1), new Balance(1_000m, 1_000m), Start));
        for (var day = 1; day <= 5; day++)
        {
            generator.Sample(Start + TimeSpan.FromDays(day), [new InstrumentSample(100m, 0m, 0m, 0m)]);
        }

        var sheet = generator.Generate().Instruments.Values.Single();

        // Every day earned less than the risk free return, so there is a downside deviation, of just that size
        Assert.Null(sheet.SharpeRatio.Value);
        Assert.Null(sheet.CalmarRatio.Value);
        Assert.Equal(-1m, decimal.Round(sheet.SortinoRatio.Value!.Value, 20));
        Assert.Contains(new UndefinedMetric("sharpe_ratio", UndefinedReason.ZeroDeviation), sheet.Undefined);
        Assert.Contains(new UndefinedMetric("calmar_ratio", UndefinedReason.NoDrawdown), sheet.Undefined);
    }
}
