using Barter.Model;
using static Barter.Statistics.Tests.Sessions.Session;

namespace Barter.Statistics.Tests.Sessions;

/// <summary>Sessions in which anything may happen, in any order, sooner or later.</summary>
internal sealed class RandomSession
{
    private static readonly InstrumentCatalog Catalog = InstrumentCatalog.Build(
    [
        Spot("btc", "usdt"),
        Spot("eth", "usdt"),
        Spot("usdt", "eur"),
        Instrument.Define(
            ExchangeId.BinanceSpot,
            "BTCUSDT-PERP",
            new Underlying<Asset>(Asset.FromExchangeName("btc"), Asset.FromExchangeName("usdt")),
            QuoteKind.UnderlyingQuote,
            new InstrumentKind.Perpetual(1m, Asset.FromExchangeName("usdt"))),
    ]);

    private readonly Random _random;
    private readonly List<Step> _steps = [];
    private readonly InstrumentSample[] _state = new InstrumentSample[Catalog.Instruments.Count];
    private readonly decimal[] _prices = [50_000m, 50_000m, 2_000m, 0.9m];

    private RandomSession(int seed) => _random = new Random(seed);

    public static Session Of(int seed) => new RandomSession(seed).Build();

    private Session Build()
    {
        var start = Timestamp.Parse("2024-02-27T00:00:00Z") + TimeSpan.FromSeconds(_random.Next(3) * 40_001);
        var now = start;
        for (var asset = 0; asset < Catalog.Assets.Count; asset++)
        {
            if (_random.Next(5) != 0)
            {
                Add(new Step.Balanced(now, Balance(asset, Amount(asset), now)));
            }
        }

        var pace = TimeSpan.FromSeconds(new[] { 20, 600, 7_200 }[_random.Next(3)]);
        for (var count = _random.Next(80); count > 0; count--)
        {
            now += pace * (_random.NextDouble() < 0.1 ? 8 : _random.NextDouble());
            Add(NextStep(now));
        }

        return new Session(Catalog, start, now + (pace * _random.NextDouble()), _steps);
    }

    private Step NextStep(Timestamp now)
    {
        var instrument = _random.Next(Catalog.Instruments.Count);
        ref var state = ref _state[instrument];
        switch (_random.Next(9))
        {
            case 0:
                var asset = _random.Next(Catalog.Assets.Count);
                var told = now - TimeSpan.FromMinutes(_random.Next(3) * 20);
                return new Step.Balanced(now, Balance(asset, Amount(asset), told));
            case 1:
                return new Step.Exited(now, Exit(instrument, _random.Next(-2, 3) * 10m, now) with
                {
                    Side = _random.Next(2) == 0 ? Side.Buy : Side.Sell,
                    TimeEnter = now - TimeSpan.FromSeconds(_random.Next(10_000)),
                });
            case 2 or 3:
                state = state with
                {
                    PnlRealised = state.PnlRealised + Pnl(),
                    Fees = state.Fees + _random.Next(3),
                    Slippage = state.Slippage + _random.Next(-2, 3),
                    PnlUnrealised = _random.Next(2) * Pnl(),
                    Quantity = _random.Next(-2, 3) / 100m,
                    Traded = state.Traded + (_random.Next(3) * 50m),
                };
                return new Step.Changed(now, instrument, state, IsFill: true);
            case 4:
                var flows = _random.Next(Catalog.Assets.Count);
                return new Step.Flowed(now, flows, Amount(flows) * _random.Next(-1, 3) / 4m);
            default:
                _prices[instrument] *= 1m + (_random.Next(-50, 51) / 10_000m);
                state = state with
                {
                    Price = _random.Next(12) == 0 ? null : _prices[instrument],
                    PnlUnrealised = state.PnlUnrealised == 0m ? 0m : Pnl(),
                };
                return new Step.Changed(now, instrument, state, IsFill: false);
        }
    }

    private decimal Pnl() => _random.Next(-40_000, 44_000) / 100m;

    // Of every asset about the same value
    private decimal Amount(int asset) => Catalog.Assets[asset].Asset.NameInternal switch
    {
        "btc" => _random.Next(1, 100) / 100m,
        "eth" => _random.Next(1, 100) / 4m,
        _ => _random.Next(100, 50_000),
    };

    private void Add(Step step) => _steps.Add(step);
}
