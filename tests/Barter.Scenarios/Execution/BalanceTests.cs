using Barter.Model;
using static Barter.Scenarios.Execution.Given;

namespace Barter.Scenarios.Execution;

public sealed class BalanceTests
{
    [Fact]
    [Trait("Case", "EXE-025")]
    [Trait("Case", "EXE-027")]
    [Trait("Case", "EXE-028")]
    [Trait("Case", "EXE-032")]
    public void A_balance_gives_back_its_total_and_what_is_free()
    {
        var balance = new Balance(100.5m, 95.2m);

        Assert.Equal((100.5m, 95.2m, 5.3m), (balance.Total, balance.Free, balance.Used));
        Assert.Equal("Balance(total=100.5, free=95.2)", balance.ToString());
        Assert.Equal(new Balance(100.5m, 95.2m), balance);
        Assert.NotEqual(new Balance(101m, 95.2m), balance);
    }

    [Fact]
    [Trait("Case", "EXE-030")]
    public void Equal_balances_hash_alike() =>
        Assert.Equal(new Balance(5m, 3m).GetHashCode(), new Balance(5.0m, 3.00m).GetHashCode());

    [Theory]
    [InlineData(10, 15, "free balance cannot exceed total balance")]
    [InlineData(-1, 0, "total balance must be a non-negative finite value")]
    [InlineData(1, -1, "free balance must be a non-negative finite value")]
    public void A_balance_that_cannot_be_is_refused(int total, int free, string message)
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => new Balance(total, free));
        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "EXE-033")]
    [Trait("Case", "EXE-035")]
    public void The_balance_of_an_asset_gives_back_what_it_is_made_of()
    {
        var balance = new AssetBalance(new AssetIndex(0), new Balance(100.5m, 95.2m), Noon);

        Assert.Equal(
            (0, new Balance(100.5m, 95.2m), Noon), (balance.Asset.Value, balance.Balance, balance.TimeExchange));
        Assert.Contains(nameof(AssetBalance), balance.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(0)]
    [Trait("Case", "EXE-037")]
    [Trait("Case", "EXE-038")]
    public void The_balance_of_an_asset_knows_which(int asset)
    {
        var balance = Balance(asset, 3m, 1.5m, Timestamp.Parse("2024-02-01T00:00:00Z"));

        Assert.Equal((asset, 3m), (balance.Asset.Value, balance.Balance.Total));
    }

    [Fact]
    [Trait("Case", "EXE-040")]
    [Trait("Case", "EXE-042")]
    [Trait("Case", "EXE-043")]
    public void Fees_know_their_asset()
    {
        var (btc, usdt) = (new AssetIndex(0), new AssetIndex(1));
        var fees = new AssetFees(usdt, 0.001m);

        Assert.Equal((usdt, 0.001m), (fees.Asset, fees.Fees));
        Assert.Equal(new AssetFees(usdt, 0.001m), fees);
        Assert.NotEqual(new AssetFees(btc, 0.001m), fees);
        Assert.Contains(nameof(AssetFees), fees.ToString(), StringComparison.Ordinal);
        Assert.Null(AssetFees.Quote(0.001m).Asset);
    }
}
