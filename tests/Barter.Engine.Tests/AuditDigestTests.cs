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

    [Fact]
    public void Looking_at_a_digest_changes_nothing_wherever_its_blocks_end()
    {
        var (looked, alone) = (new AuditDigest(), new AuditDigest());
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < 2_000; at++)
        {
            // Names of many lengths, some of several bytes a letter, some longer than blocks are
            var name = new string(at % 3 == 0 ? 'ä' : 'a', at % 500 == 0 ? 40_000 : at % 97);
            var cause = new EngineEvent.TimerElapsed(new Timestamp(at), name);
            var market = MarketEvent.OfTrade(
                ExchangeId.BinanceSpot, new InstrumentIndex(0), default, default, at, 1m, 1m, Side.Buy);
            var step = new EngineStep((ulong)at, default, [], [], [], [], false);
            foreach (var digest in new[] { looked, alone })
            {
                digest.Add(cause, step);
                digest.Add(market, step);
            }

            Assert.True(seen.Add(looked.ToHex()), $"step {at} changed nothing");
        }

        Assert.Equal(alone.ToHex(), looked.ToHex());
    }

    [Fact]
    public void A_digest_tells_runs_apart_by_their_first_step()
    {
        var (one, other) = (new AuditDigest(), new AuditDigest());
        for (var at = 0; at < 5_000; at++)
        {
            var step = new EngineStep((ulong)at, default, [], [], [], [], false);
            one.Add(new EngineEvent.TimerElapsed(new Timestamp(at), "a"), step);
            other.Add(new EngineEvent.TimerElapsed(new Timestamp(at), at == 0 ? "b" : "a"), step);
        }

        Assert.NotEqual(one.ToHex(), other.ToHex());
    }
}
