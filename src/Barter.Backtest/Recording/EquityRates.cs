using Barter.Engine;
using Barter.Model;

namespace Barter.Backtest.Recording;

/// <summary>Values all balances in one asset, at the last prices of spot instruments.</summary>
internal sealed class EquityRates
{
    private readonly InstrumentCatalog _catalog;
    private readonly Route[] _routes;
    private readonly bool[] _isPriced;
    private int _unpriced;

    public EquityRates(InstrumentCatalog catalog, string valuationAsset)
    {
        _catalog = catalog;
        _routes = [.. catalog.Assets.Select(row => RouteOf(catalog, row.Asset.NameInternal, valuationAsset))];
        _isPriced = [.. _routes.Select(route => route.IsUnit)];
        _unpriced = _isPriced.Count(priced => !priced);
    }

    /// <summary>The worth of what was held all the time, and has its first price only now.</summary>
    /// <remarks>Called after every market event: what is bought at the first price is not taken for it.</remarks>
    public decimal Discover(EngineState state)
    {
        var worth = 0m;
        for (var i = 0; _unpriced > 0 && i < _routes.Length; i++)
        {
            if (!_isPriced[i] && RateOf(_routes[i], state) is { } rate)
            {
                worth += state.Assets[i].Total * rate;
                _isPriced[i] = true;
                _unpriced--;
            }
        }

        return worth;
    }

    /// <summary>The worth of all assets that have a price.</summary>
    public decimal Value(EngineState state)
    {
        var value = 0m;
        var assets = state.Assets;
        for (var i = 0; i < _routes.Length; i++)
        {
            if (assets[i].Total != 0m && RateOf(_routes[i], state) is { } rate)
            {
                value += assets[i].Total * rate;
            }
        }

        return value + Contracts(state);
    }

    /// <summary>Assets that are held and have no price.</summary>
    public ValueList<string> Unpriced(EngineState state)
    {
        var names = new List<string>();
        var assets = state.Assets;
        for (var i = 0; i < _routes.Length; i++)
        {
            if (assets[i].Total != 0m && RateOf(_routes[i], state) is null)
            {
                names.Add(_catalog.Assets[i].ToString());
            }
        }

        return names.ToValueList();
    }

    /// <summary>What a spot position is worth is in the balance of its base asset already.</summary>
    private decimal Contracts(EngineState state)
    {
        var value = 0m;
        foreach (var row in state.Instruments)
        {
            if (!row.Instrument.IsSpot && RateOf(_routes[row.Instrument.ProfitAsset.Value], state) is { } rate)
            {
                value += row.PnlUnrealised * rate;
            }
        }

        return value;
    }

    private static Route RouteOf(InstrumentCatalog catalog, string asset, string valuation)
    {
        int[] Spot(string baseAsset, string quoteAsset) =>
        [
            .. catalog.Instruments
                .Where(row => row.IsSpot
                    && Same(row.Definition.Underlying.Base.NameInternal, baseAsset)
                    && Same(row.Definition.Underlying.Quote.NameInternal, quoteAsset))
                .Select(row => row.Index.Value),
        ];

        return Same(asset, valuation)
            ? new Route(true, [], [])
            : new Route(false, Spot(asset, valuation), Spot(valuation, asset));
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);

    private static decimal? RateOf(in Route route, EngineState state) => route.IsUnit
        ? 1m
        : FirstPrice(route.Direct, state) ?? (1m / FirstPrice(route.Inverse, state));

    private static decimal? FirstPrice(int[] candidates, EngineState state)
    {
        var instruments = state.Instruments;
        foreach (var candidate in candidates)
        {
            if (instruments[candidate].Price is > 0m and { } price)
            {
                return price;
            }
        }

        return null;
    }

    private readonly record struct Route(bool IsUnit, int[] Direct, int[] Inverse);
}
