using Barter.Model;

namespace Barter.Scenarios.Instruments;

/// <summary>Names are texts of what has them: ours in lower case, the exchange's as it is.</summary>
public sealed class NameTests
{
    [Theory]
    [Trait("Case", "INS-005")]
    [Trait("Case", "INS-007")]
    [Trait("Case", "INS-008")]
    [Trait("Case", "INS-011")]
    [InlineData("upper case", "BTC")]
    [InlineData("lower case", "btc")]
    public void Our_name_of_an_asset_is_lower_case(string row, string given)
    {
        Assert.NotEmpty(row);
        var asset = Asset.FromExchangeName(given);

        Assert.Equal("btc", asset.NameInternal);
        Assert.Equal("btc", asset.ToString());
    }

    [Fact]
    [Trait("Case", "INS-010")]
    public void Assets_that_differ_in_the_case_of_our_name_are_one()
    {
        Assert.Equal(new Asset("btc", "XBT"), new Asset("BTC", "XBT"));
        Assert.Equal(new Asset("btc", "XBT").GetHashCode(), new Asset("BTC", "XBT").GetHashCode());
    }

    [Fact]
    [Trait("Case", "INS-013")]
    public void The_exchange_s_name_of_an_asset_tells_assets_apart()
    {
        Assert.Equal(new Asset("btc", "XBT"), new Asset("btc", "XBT"));
        Assert.NotEqual(new Asset("btc", "XBT"), new Asset("btc", "BTC"));
    }

    [Fact]
    [Trait("Case", "INS-015")]
    [Trait("Case", "INS-016")]
    [Trait("Case", "INS-058")]
    public void An_asset_has_both_names()
    {
        var asset = new Asset("btc", "XBT");

        Assert.Equal(("btc", "XBT"), (asset.NameInternal, asset.NameExchange));
    }

    [Fact]
    [Trait("Case", "INS-018")]
    public void Assets_are_equal_by_both_names()
    {
        Assert.Equal(new Asset("btc", "XBT"), new Asset("btc", "XBT"));
        Assert.NotEqual(new Asset("btc", "XBT"), new Asset("eth", "XBT"));
    }

    [Fact]
    [Trait("Case", "INS-027")]
    [Trait("Case", "INS-030")]
    public void Our_name_of_an_instrument_is_lower_case()
    {
        Assert.Equal("btc_usdt", Named("BTC_USDT", "BTCUSDT").NameInternal);
        Assert.Equal("btc_usdt", Named("BTC_USDT", "BTCUSDT").ToString());
        Assert.Equal("btc_usdt", (Named("x", "BTCUSDT") with { NameInternal = "BTC_USDT" }).NameInternal);
    }

    [Fact]
    [Trait("Case", "INS-029")]
    public void Instruments_that_differ_in_the_case_of_our_name_are_one()
    {
        Assert.Equal(Named("btc_usdt", "BTCUSDT"), Named("BTC_USDT", "BTCUSDT"));
        Assert.NotEqual(Named("btc_usdt", "BTCUSDT"), Named("eth_usdt", "BTCUSDT"));
    }

    [Fact]
    [Trait("Case", "INS-032")]
    [Trait("Case", "INS-033")]
    public void The_exchange_s_name_of_an_instrument_keeps_its_case()
    {
        Assert.Equal("BTCUSDT", Named("btc_usdt", "BTCUSDT").NameExchange);
        Assert.Equal(Named("btc_usdt", "BTCUSDT"), Named("btc_usdt", "BTCUSDT"));
        Assert.NotEqual(Named("btc_usdt", "BTCUSDT"), Named("btc_usdt", "ETHUSDT"));
    }

    private static Instrument Named(string nameInternal, string nameExchange) =>
        Instrument.Spot(ExchangeId.BinanceSpot, nameExchange, "btc", "usdt") with { NameInternal = nameInternal };
}
