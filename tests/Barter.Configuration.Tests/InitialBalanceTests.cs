using Barter.Model;

namespace Barter.Configuration.Tests;

public class InitialBalanceTests
{
    [Theory]
    [InlineData("all of it free", "binance_spot:usdt=1000", "usdt", "1000", null)]
    [InlineData("some of it free", "binance_spot:usdt=1000/900", "usdt", "1000", "900")]
    [InlineData("blanks and case", " Binance_Spot : USDT = 1.5e3 / 0 ", "USDT", "1500", "0")]
    public void A_balance_is_read_from_the_command_line(
        string row, string text, string asset, string total, string? free)
    {
        Assert.NotEmpty(row);
        var balance = InitialBalance.Parse(text);

        Assert.Equal((ExchangeId.BinanceSpot, asset), (balance.Exchange, balance.Asset));
        Assert.Equal(total, DecimalText.Format(balance.Total));
        Assert.Equal(free, balance.Free is { } given ? DecimalText.Format(given) : null);
    }

    [Theory]
    [InlineData("usdt=1", "it is not of the form exchange:asset=total[/free]")]
    [InlineData("kraken:usdt", "it is not of the form exchange:asset=total[/free]")]
    [InlineData("kraken=usdt:1", "it is not of the form exchange:asset=total[/free]")]
    [InlineData("kraken:usdt=1/2/3", "it is not of the form exchange:asset=total[/free]")]
    [InlineData("kraken: =1", "the asset is empty")]
    [InlineData("nyse:usd=1", "'nyse' is not a recognised exchange")]
    [InlineData("kraken:usdt=much", "'much' is not a decimal")]
    [InlineData("kraken:usdt=1/", "'' is not a decimal")]
    public void Another_form_is_refused(string text, string why) => Assert.Equal(
        $"initial balance '{text}': {why}",
        Assert.Throws<FormatException>(() => InitialBalance.Parse(text)).Message);

    [Fact]
    public void Given_balances_replace_configured_ones_and_leave_the_others()
    {
        var before = (SimulatedExecutionConfig)Configs.Spot().Executions[0];

        var config = Configs.Spot().WithInitialBalances(
        [
            new(ExchangeId.BinanceSpot, "usdt", 1m),
            new(ExchangeId.BinanceSpot, "ETH", 3m, 2m),
            new(ExchangeId.BinanceSpot, "USDT", 4321.5m, 2100.25m),
        ]);

        Assert.Equal(["usdt", "btc"], before.Balances.Select(row => row.Asset));
        Assert.Equal(
            [
                before.Balances[0] with { Balance = new(4321.5m, 2100.25m) },
                before.Balances[1],
                new("eth", new(3m, 2m)),
            ],
            ((SimulatedExecutionConfig)config.Executions[0]).Balances);
        Assert.Equal(config, SystemConfig.Parse(config.ToJson()));
    }

    [Theory]
    [InlineData("exchange", "kraken:usd=1", "initial_balances[1].exchange: 'kraken' has no simulated execution")]
    [InlineData(
        "asset", "binance_spot:doge=1",
        "initial_balances[1].asset: no instrument of binance_spot uses the asset 'doge'")]
    [InlineData(
        "total", "binance_spot:btc=-1",
        "initial_balances[1].total: total balance must be a non-negative finite value")]
    [InlineData(
        "free", "binance_spot:btc=1/-1",
        "initial_balances[1].free: free balance must be a non-negative finite value")]
    [InlineData("too much free", "binance_spot:btc=1/2", "initial_balances[1].free: free balance cannot exceed total")]
    public void A_balance_that_does_not_fit_is_named_by_its_position(string row, string text, string message)
    {
        Assert.NotEmpty(row);
        InitialBalance[] given = [InitialBalance.Parse("binance_spot:btc=1"), InitialBalance.Parse(text)];

        var refusal = Assert.Throws<SystemConfigException>(() => Configs.Spot().WithInitialBalances(given));
        Assert.Equal(message, refusal.Message);
        Assert.StartsWith("initial_balances[1].", refusal.Path);
    }
}
