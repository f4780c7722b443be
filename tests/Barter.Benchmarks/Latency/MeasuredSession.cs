using System.Threading.Channels;
using Akka.Configuration;
using Barter.Actors;
using Barter.Benchmarks.Actors;
using Barter.Configuration;
using Barter.Model;

namespace Barter.Benchmarks.Latency;

/// <summary>A session as users start it, on a live market that the schedule drives.</summary>
internal sealed class MeasuredSession : IAsyncDisposable
{
    private const string Spot = """
        {
          "instruments": [{
            "exchange": "binance_spot", "name_exchange": "BTCUSDT",
            "underlying": { "base": "btc", "quote": "usdt" }, "quote": "underlying_quote", "kind": "spot"
          }],
          "executions": [{
            "mocked_exchange": "binance_spot", "latency_ms": 0, "fees_percent": 0,
            "initial_state": {
              "exchange": "binance_spot", "instruments": [],
              "balances": [{
                "asset": "usdt", "balance": { "total": 1000000, "free": 1000000 },
                "time_exchange": "2025-06-02T00:00:00Z"
              }, {
                "asset": "btc", "balance": { "total": 1000, "free": 1000 },
                "time_exchange": "2025-06-02T00:00:00Z"
              }]
            }
          }]
        }
        """;

    private readonly Channel<MarketEvent> _market = Channel.CreateUnbounded<MarketEvent>(
        new() { SingleReader = true, SingleWriter = true, AllowSynchronousContinuations = true });

    private readonly Stopclock _clock;
    private readonly PointMeter _meter;
    private SystemHandle? _handle;

    private MeasuredSession(MeasurePoint point)
    {
        var clock = _clock = new Stopclock();
        _meter = new PointMeter(point, clock.Arrive);
    }

    /// <param name="mode">How the engine is fed.</param>
    /// <param name="point">Where the time is taken.</param>
    /// <param name="journal">A directory; without one the session keeps nothing.</param>
    public static async Task<MeasuredSession> StartAsync(
        EngineFeedMode mode, MeasurePoint point, string? journal = null)
    {
        var session = new MeasuredSession(point);
        session._handle = await TradingSystem.StartAsync(SystemConfig.Parse(Spot), new TradingSystemOptions
        {
            FeedMode = mode,
            Strategy = () => new BuySell(),
            Market = MarketFeed.Live(session._market.Reader.ReadAllAsync),
            MeterFactory = session._meter,
            Journal = journal is null ? null : JournalSettings.At(journal),
            Settings = ConfigurationFactory.ParseString(ActorsVerb.Quiet),
        });
        return session;
    }

    /// <exception cref="TimeoutException">A measured event has not led to an order.</exception>
    public Task<Repetition> RunAsync(Schedule schedule)
    {
        var id = 0L;
        return _clock.RunAsync(schedule, (_, isMeasured) => _market.Writer.TryWrite(Trade(++id, isMeasured)));
    }

    public async ValueTask DisposeAsync()
    {
        if (_handle is not null)
        {
            await _handle.DisposeAsync();
        }

        _meter.Dispose();
    }

    private static MarketEvent Trade(long id, bool isMeasured)
    {
        var now = Timestamp.From(TimeProvider.System.GetUtcNow());
        var amount = isMeasured ? BuySell.MarkedAmount : 1m;
        return MarketEvent.OfTrade(
            ExchangeId.BinanceSpot, new InstrumentIndex(0), now, now, id, 100m + (id % 10), amount, Side.Buy);
    }
}
