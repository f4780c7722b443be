using Barter.Model;
using static Barter.Engine.Tests.World;

namespace Barter.Engine.Tests;

public sealed class BalanceTests
{
    private readonly TradingEngine _engine = NewEngine();

    [Fact]
    public void There_is_no_balance_until_one_is_told()
    {
        Assert.Null(_engine.State[Usdt].Latest);
        Assert.Equal((0m, 0m), (_engine.State[Usdt].Total, _engine.State[Usdt].Free));
    }

    [Theory]
    [InlineData("newer", 3, 1100)]
    [InlineData("same time", 2, 1100)]
    [InlineData("older", 1, 1000)]
    public void The_later_balance_wins_and_of_two_at_one_time_the_second(string row, int day, int expected)
    {
        _engine.Process(BalanceTold(Usdt, 1000m, 900m, Day(2)));

        _engine.Process(BalanceTold(Usdt, 1100m, 800m, Day(day)));

        Assert.True(expected == _engine.State[Usdt].Total, row);
        Assert.Equal(expected == 1000 ? 900m : 800m, _engine.State[Usdt].Free);
        Assert.Equal(Day(Math.Max(2, day)), _engine.State[Usdt].Latest!.TimeExchange);
    }

    [Fact]
    public void A_fill_changes_no_balance()
    {
        _engine.Process(BalanceTold(Usdt, 1000m, 900m, Day(2)));

        _engine.Process(Filled(FillOf(Side.Buy, 100m, 1m)));

        Assert.Equal(1000m, _engine.State[Usdt].Total);
    }

    [Fact]
    public void The_balances_of_a_snapshot_obey_the_same_clock()
    {
        _engine.Process(BalanceTold(Usdt, 1000m, 900m, Day(2)));

        _engine.Process(Told(new AccountEvent.Snapshot(new AccountSnapshot(
            Binance,
            [
                new AssetBalance(Usdt, new Balance(5m, 5m), Day(1)),
                new AssetBalance(Btc, new Balance(1m, 1m), Day(3)),
                new AssetBalance(Btc, new Balance(2m, 2m), Day(3)),
            ],
            []))));

        Assert.Equal((1000m, 2m), (_engine.State[Usdt].Total, _engine.State[Btc].Total));
    }

    [Theory]
    [InlineData("older", 1, 0)]
    [InlineData("same time", 2, 0)]
    [InlineData("newer than the snapshot", 4, 7)]
    public void A_snapshot_empties_the_assets_that_it_leaves_out(string row, int day, decimal expected)
    {
        Assert.NotEmpty(row);
        _engine.Process(BalanceTold(Btc, 7m, 7m, Day(day)));
        _engine.Process(BalanceTold(new AssetIndex(4), 7m, 7m, Day(1)));

        _engine.Process(Told(new AccountEvent.Snapshot(new AccountSnapshot(
            Binance, [new AssetBalance(Usdt, new Balance(5m, 5m), Day(2))], []))));

        Assert.Equal((expected, 5m), (_engine.State[Btc].Total, _engine.State[Usdt].Total));
        Assert.Null(_engine.State[Eth].Latest);
        Assert.Equal(7m, _engine.State[new AssetIndex(4)].Total);
    }
}
