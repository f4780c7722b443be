using Barter.Model;

namespace Barter.Statistics.Sampling;

/// <summary>Values balances and profits in one asset, at the prices of spot instruments.</summary>
/// <remarks>
/// The opening value counts the first balance of every asset that is known before trading starts, each at the first
/// rate seen for it. Trading has started when an instrument shows profit or fees, or a balance changes its total.
/// </remarks>
internal sealed class Valuation
{
    private readonly InstrumentCatalog _catalog;
    private readonly Route[] _routes;
    private readonly decimal?[] _rates;
    private readonly decimal?[] _totals;
    private readonly decimal[] _openingUnpriced;
    private readonly decimal[] _flowsUnpriced;
    private bool _isOpening = true;

    public Valuation(InstrumentCatalog catalog, string asset)
    {
        _catalog = catalog;
        _routes = new Route[catalog.Assets.Count];
        _rates = new decimal?[catalog.Assets.Count];
        _totals = new decimal?[catalog.Assets.Count];
        _openingUnpriced = new decimal[catalog.Assets.Count];
        _flowsUnpriced = new decimal[catalog.Assets.Count];
        for (var i = 0; i < _routes.Length; i++)
        {
            var name = catalog.Assets[i].Asset.NameInternal;
            _routes[i] = RouteOf(catalog, name, asset);
            _rates[i] = Same(name, asset) ? 1m : null;
        }
    }

    /// <summary>The value of the opening balances that have been priced.</summary>
    public decimal Opening { get; private set; }

    /// <summary>The value of what flowed in and out since, as far as it has been priced.</summary>
    public decimal Flows { get; private set; }

    /// <summary>The last rate known; none before the first.</summary>
    public decimal? Rate(AssetIndex asset) => _rates[asset.Value];

    public void Update(AssetIndex asset, decimal total)
    {
        ref var known = ref _totals[asset.Value];
        if (known is { } before)
        {
            _isOpening &= before == total;
        }
        else if (_isOpening)
        {
            _openingUnpriced[asset.Value] = total;
            PriceNew();
        }

        known = total;
    }

    /// <summary>Takes what flows in, or out where it is negative.</summary>
    public void Flow(AssetIndex asset, decimal amount)
    {
        _flowsUnpriced[asset.Value] += amount;
        PriceNew();
    }

    /// <summary>Reads the rates that follow from the instruments' prices.</summary>
    public void Update(ReadOnlySpan<InstrumentSample> instruments)
    {
        for (var i = 0; i < _routes.Length; i++)
        {
            _rates[i] = _routes[i].Rate(instruments) ?? _rates[i];
        }

        PriceNew();
        foreach (var sample in instruments)
        {
            _isOpening &= !sample.HasTraded;
        }
    }

    /// <summary>What all balances and open contracts are worth now; none before any of them has a value.</summary>
    public decimal? Nav(ReadOnlySpan<InstrumentSample> instruments)
    {
        decimal? nav = null;
        for (var i = 0; i < _totals.Length; i++)
        {
            if (_totals[i] * _rates[i] is { } value)
            {
                nav = (nav ?? 0m) + value;
            }
        }

        // What a spot position is worth is in the balance of its base asset already
        foreach (var row in _catalog.Instruments)
        {
            if (!row.IsSpot && Rate(row.ProfitAsset) is { } rate)
            {
                nav += instruments[row.Index.Value].PnlUnrealised * rate;
            }
        }

        return nav;
    }

    private void PriceNew()
    {
        for (var i = 0; i < _rates.Length; i++)
        {
            if (_rates[i] is { } rate)
            {
                Opening += _openingUnpriced[i] * rate;
                Flows += _flowsUnpriced[i] * rate;
                (_openingUnpriced[i], _flowsUnpriced[i]) = (0m, 0m);
            }
        }
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

        return Same(asset, valuation) ? new Route([], []) : new Route(Spot(asset, valuation), Spot(valuation, asset));
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);

    /// <summary>The instruments whose price, or whose inverse price, is the rate of an asset.</summary>
    private readonly record struct Route(int[] Direct, int[] Inverse)
    {
        public decimal? Rate(ReadOnlySpan<InstrumentSample> instruments) =>
            FirstPrice(Direct, instruments) ?? (1m / FirstPrice(Inverse, instruments));

        private static decimal? FirstPrice(int[] candidates, ReadOnlySpan<InstrumentSample> instruments)
        {
            foreach (var candidate in candidates)
            {
                if (instruments[candidate].Price is > 0m and { } price)
                {
                    return price;
                }
            }

            return null;
        }
    }
}
