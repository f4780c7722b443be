using System.Globalization;
using Barter.Engine.Audit;
using Barter.Model;

namespace Barter.Engine.Tests;

public sealed class AuditDigestTests
{
    /// <summary>Numbers whose digits fill a word of 32 bits to its highest bit, which is the sign of an int.</summary>
    [Theory]
    [InlineData("30000.12345")]
    [InlineData("25.00000000")]
    [InlineData("1000000000000000000")]
    [InlineData("9300000000")]
    public void Every_number_can_be_digested(string amount)
    {
        var number = decimal.Parse(amount, CultureInfo.InvariantCulture);
        var market = MarketEvent.OfTrade(
            ExchangeId.BinanceSpot, new InstrumentIndex(0), default, default, 1, number, 1m, Side.Buy);
        var digest = new AuditDigest();

        digest.Add(market, new EngineStep(0, default, [], [], [], [], false));

        Assert.Equal(64, digest.ToHex().Length);
    }
}
