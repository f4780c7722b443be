using Barter.Engine.Positions;
using Barter.Model;
using static Barter.Engine.Tests.World;

namespace Barter.Engine.Tests.Positions;

public sealed class PositionTests
{
    private static readonly Dictionary<string, Row> Rows = new(StringComparer.Ordinal)
    {
        ["0 long, increased"] = new(
            Buy(100m, 1m, 10m), Buy(120m, 1m, 10m), new(Side.Buy, 110m, 2m, 2m, 0m, -20m, 20m, 0m, 2), null),
        ["1 long, reduced"] = new(
            Buy(100m, 2m, 10m), Sell(150m, 0.5m, 5m), new(Side.Buy, 100m, 1.5m, 2m, 67.5m, 10m, 10m, 5m, 2), null),
        ["2 long, closed"] = new(
            Buy(100m, 1m, 10m), Sell(150m, 1m, 10m), null, new(Side.Buy, 100m, 1m, 30m, 10m, 10m)),
        ["3 long, flipped"] = new(
            Buy(100m, 1m, 10m), Sell(150m, 2m, 20m), new(Side.Sell, 150m, 1m, 1m, 0m, -10m, 10m, 0m, 1),
            new(Side.Buy, 100m, 1m, 30m, 10m, 10m)),
        ["4 short, increased"] = new(
            Sell(100m, 1m, 10m), Sell(80m, 1m, 10m), new(Side.Sell, 90m, 2m, 2m, 0m, -20m, 20m, 0m, 2), null),
        ["5 short, reduced"] = new(
            Sell(100m, 2m, 10m), Buy(80m, 0.5m, 5m), new(Side.Sell, 100m, 1.5m, 2m, 22.5m, -5m, 10m, 5m, 2), null),
        ["6 short, closed"] = new(
            Sell(100m, 1m, 10m), Buy(80m, 1m, 10m), null, new(Side.Sell, 100m, 1m, 0m, 10m, 10m)),
        ["7 short, flipped"] = new(
            Sell(100m, 1m, 10m), Buy(80m, 2m, 20m), new(Side.Buy, 80m, 1m, 1m, 0m, -10m, 10m, 0m, 1),
            new(Side.Sell, 100m, 1m, 0m, 10m, 10m)),
        ["8 long of a fraction, reduced"] = new(
            Buy(50_000m, 0.1m, 5m), Sell(60_000m, 0.05m, 2.5m),
            new(Side.Buy, 50_000m, 0.05m, 0.1m, 497.5m, 492.5m, 5m, 2.5m, 2), null),
        ["9 short of a fraction, flipped"] = new(
            Sell(50_000m, 0.1m, 5m), Buy(40_000m, 0.2m, 10m),
            new(Side.Buy, 40_000m, 0.1m, 0.1m, 0m, -5m, 5m, 0m, 1), new(Side.Sell, 50_000m, 0.1m, 990m, 5m, 5m)),
        ["o rebates on both legs"] = new(
            Buy(100m, 1m, -5m), Sell(110m, 1m, -5m), null, new(Side.Buy, 100m, 1m, 20m, -5m, -5m)),
        ["entered for nothing"] = new(
            Buy(0m, 1m, 0m), Sell(10m, 1m, 0m), null, new(Side.Buy, 0m, 1m, 10m, 0m, 0m)),
    };

    public static TheoryData<string> Names => new(Rows.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Two_fills_make_the_position_and_the_exit_of_their_row(string name)
    {
        var row = Rows[name];
        var keeper = new PositionKeeper(Catalog[BtcUsdt]);

        Assert.Null(keeper.Apply(row.First));
        var exited = keeper.Apply(row.Second);

        Assert.Equal(row.Open, Open.Of(keeper.Current));
        Assert.Equal(row.Exit, exited is null ? null : Exit.Of(exited));
        if (exited is not null)
        {
            Assert.Equal((BtcUsdt, Day(0), Day(1)), (exited.Instrument, exited.TimeEnter, exited.TimeExit));
            Assert.Equal([row.First.Id, row.Second.Id], exited.Trades);
        }

        if (keeper.Current is { } current)
        {
            Assert.Equal((exited is null ? Day(0) : Day(1), Day(1)), (current.TimeEnter, current.TimeUpdate));
            Assert.Equal(row.Second.Id, current.Trades[^1]);
        }

        Assert.Equal(row.First.Fees.Fees + row.Second.Fees.Fees, keeper.Fees);
    }

    [Fact]
    public void A_position_is_worth_nothing_but_its_fee_until_there_is_a_mark()
    {
        var keeper = new PositionKeeper(Catalog[BtcUsdt]);
        keeper.Apply(Buy(100m, 1m, 10m));

        Assert.Equal(new Open(Side.Buy, 100m, 1m, 1m, 0m, -10m, 10m, 0m, 1), Open.Of(keeper.Current));
        Assert.Equal((-10m, 0m), (keeper.PnlRealised, keeper.Current!.PnlUnrealised));
    }

    [Fact]
    public void The_shares_of_a_fee_that_a_flip_splits_add_up_to_it()
    {
        var keeper = new PositionKeeper(Catalog[BtcUsdt]);
        keeper.Apply(Buy(100m, 1m, 0m));

        var exited = keeper.Apply(Sell(100m, 3m, 10m));

        Assert.Equal(3.333333333333333333333333333m, exited!.FeesExit, 25);
        Assert.Equal(6.666666666666666666666666667m, keeper.Current!.FeesEnter, 25);
        Assert.Equal(10m, exited.FeesExit + keeper.Current.FeesEnter);
        Assert.Equal(-10m, keeper.PnlRealised);
    }

    [Fact]
    public void A_linear_contract_earns_its_size_for_each_unit_of_price()
    {
        var keeper = new PositionKeeper(Perpetual(0.01m, isInverse: false).Instruments[0]);
        keeper.Apply(Buy(100m, 10m, 1m));
        keeper.Apply(Buy(200m, 10m, 1m));
        Assert.Equal((150m, 10m), (keeper.Current!.PriceEntryAverage, keeper.Current.GrossAt(200m)));

        var exited = keeper.Apply(Sell(250m, 20m, 2m));

        Assert.Equal(20m - 4m, exited!.PnlRealised);
    }

    [Fact]
    public void An_inverse_contract_earns_base()
    {
        var keeper = new PositionKeeper(Perpetual(100m, isInverse: true).Instruments[0]);
        keeper.Apply(Sell(10_000m, 10m, 0.001m));

        // Ten contracts of 100 usd: 0.1 btc at the entry, half of them closed when 1 usd buys a quarter more
        Assert.Null(keeper.Apply(Buy(8_000m, 5m, 0.0005m)));
        Assert.Equal(0.0125m - 0.001m - 0.0005m, keeper.PnlRealised);
        Assert.Equal(0.0125m, keeper.Current!.GrossAt(8_000m));

        var exited = keeper.Apply(Buy(12_500m, 5m, 0m));
        Assert.Equal(0.0125m - 0.0015m - 0.01m, exited!.PnlRealised);
    }

    [Fact]
    public void Inverse_fills_at_two_prices_earn_what_they_would_earn_apart()
    {
        var keeper = new PositionKeeper(Perpetual(1m, isInverse: true).Instruments[0]);
        keeper.Apply(Buy(10_000m, 1_000m, 0m));
        keeper.Apply(Buy(12_500m, 1_000m, 0m));

        var exited = keeper.Apply(Sell(20_000m, 2_000m, 0m));

        Assert.Equal((0.1m - 0.05m) + (0.08m - 0.05m), exited!.PnlRealised, 24);
    }

    [Fact]
    public void A_fee_in_base_counts_at_the_price_of_its_fill()
    {
        var keeper = new PositionKeeper(Catalog[BtcUsdt]);

        keeper.Apply(Buy(20_000m, 1m, 0m) with { Fees = new AssetFees(Btc, 0.001m) });
        keeper.Apply(Sell(20_000m, 0.5m, 0m) with { Fees = new AssetFees(Usdt, 5m) });

        Assert.Equal((25m, -25m), (keeper.Fees, keeper.PnlRealised));
    }

    [Fact]
    public void A_fee_in_quote_of_an_inverse_contract_counts_at_the_price_of_its_fill()
    {
        var catalog = Perpetual(1m, isInverse: true);
        var keeper = new PositionKeeper(catalog.Instruments[0]);

        keeper.Apply(Buy(20_000m, 1m, 0m) with
        {
            Fees = new AssetFees(catalog.FindAsset(ExchangeId.Bitmex, "usd"), 10m),
        });

        Assert.Equal(0.0005m, keeper.Fees);
    }

    [Fact]
    public void A_fee_in_a_third_asset_is_no_amount_of_the_profit_asset()
    {
        var keeper = new PositionKeeper(Catalog[BtcUsdt]);

        keeper.Apply(Buy(20_000m, 1m, 0m) with { Fees = new AssetFees(Eth, 1m) });

        Assert.Equal((0m, 0m), (keeper.Fees, keeper.PnlRealised));
    }

    private static Fill Buy(decimal price, decimal quantity, decimal fee) =>
        FillOf(Side.Buy, price, quantity, fee, Day(0), "first");

    private static Fill Sell(decimal price, decimal quantity, decimal fee) =>
        FillOf(Side.Sell, price, quantity, fee, Day(0), "first");

    /// <summary>What an open position shows, but for its times.</summary>
    private sealed record Open(
        Side Side, decimal Average, decimal Quantity, decimal QuantityMax, decimal Unrealised, decimal Realised,
        decimal FeesEnter, decimal FeesExit, int Trades)
    {
        public static Open? Of(Position? held) => held is null
            ? null
            : new Open(
                held.Side, held.PriceEntryAverage, held.QuantityAbs, held.QuantityAbsMax, held.PnlUnrealised,
                held.PnlRealised, held.FeesEnter, held.FeesExit, held.Trades.Count);
    }

    /// <summary>What an exit shows, but for its times and trades.</summary>
    private sealed record Exit(
        Side Side, decimal Average, decimal QuantityMax, decimal Realised, decimal FeesEnter, decimal FeesExit)
    {
        public static Exit Of(PositionExited exited) => new(
            exited.Side, exited.PriceEntryAverage, exited.QuantityAbsMax, exited.PnlRealised, exited.FeesEnter,
            exited.FeesExit);
    }

    private sealed record Row(Fill First, Fill Second, Open? Open, Exit? Exit)
    {
        public Fill Second { get; } = Second with { Id = new TradeId("second"), TimeExchange = Day(1) };
    }
}
