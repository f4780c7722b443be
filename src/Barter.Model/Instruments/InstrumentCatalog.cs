namespace Barter.Model;

/// <summary>Every exchange, asset and instrument of a system, each with its dense index.</summary>
/// <remarks>Sorted, so the order in which instruments are given does not matter; immutable.</remarks>
public sealed class InstrumentCatalog
{
    /// <summary>Stands for a symbol that several instruments of one exchange have.</summary>
    private const int Shared = -1;

    // Dictionaries of whole numbers by text: any other kind is compiled anew in each process, which a start would pay
    private readonly Dictionary<string, int> _instrumentsByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>[] _assetsByName;
    private readonly Dictionary<string, int>[] _instrumentsBySymbol;

    private InstrumentCatalog(
        ValueList<ExchangeId> exchanges, ValueList<ExchangeAsset> assets, ValueList<IndexedInstrument> instruments)
    {
        (Exchanges, Assets, Instruments) = (exchanges, assets, instruments);
        _assetsByName = new Dictionary<string, int>[exchanges.Count];
        _instrumentsBySymbol = new Dictionary<string, int>[exchanges.Count];
        for (var i = 0; i < exchanges.Count; i++)
        {
            _assetsByName[i] = new Dictionary<string, int>(StringComparer.Ordinal);
            _instrumentsBySymbol[i] = new Dictionary<string, int>(StringComparer.Ordinal);
        }

        for (var i = 0; i < assets.Count; i++)
        {
            _assetsByName[Find(assets[i].Exchange).Value].Add(assets[i].Asset.NameInternal, i);
        }

        foreach (var row in instruments)
        {
            _instrumentsByName.Add(row.Name, row.Index.Value);
            var symbols = _instrumentsBySymbol[row.Exchange.Value];
            if (!symbols.TryAdd(row.Definition.NameExchange, row.Index.Value))
            {
                symbols[row.Definition.NameExchange] = Shared;
            }
        }
    }

    public ValueList<ExchangeId> Exchanges { get; }

    public ValueList<ExchangeAsset> Assets { get; }

    public ValueList<IndexedInstrument> Instruments { get; }

    public ExchangeId this[ExchangeIndex index] => Contains(index)
        ? Exchanges[index.Value]
        : throw new IndexNotFoundException($"{index} is not one of the {Exchanges.Count} exchange(s)");

    public ExchangeAsset this[AssetIndex index] => Contains(index)
        ? Assets[index.Value]
        : throw new IndexNotFoundException($"{index} is not one of the {Assets.Count} asset(s)");

    public IndexedInstrument this[InstrumentIndex index] => Contains(index)
        ? Instruments[index.Value]
        : throw new IndexNotFoundException($"{index} is not one of the {Instruments.Count} instrument(s)");

    /// <summary>Sorts, removes exact duplicates and numbers what the instruments name.</summary>
    /// <exception cref="ArgumentException">
    /// Two different instruments have one internal name, or two assets of one exchange do.
    /// </exception>
    public static InstrumentCatalog Build(IEnumerable<Instrument> instruments)
    {
        var sorted = instruments
            .Distinct()
            .OrderBy(row => row.Exchange)
            .ThenBy(row => row.NameInternal, StringComparer.Ordinal)
            .ThenBy(row => row.NameExchange, StringComparer.Ordinal)
            .ToArray();
        var exchanges = sorted.Select(row => row.Exchange).Distinct().ToValueList();
        var assets = sorted
            .SelectMany(AssetsOf)
            .Distinct()
            .OrderBy(row => row.Exchange)
            .ThenBy(row => row.Asset.NameInternal, StringComparer.Ordinal)
            .ThenBy(row => row.Asset.NameExchange, StringComparer.Ordinal)
            .ToValueList();
        RefuseDuplicates(sorted.Select(row => row.NameInternal), "instruments", sorted);
        RefuseDuplicates(assets.Select(row => row.ToString()), "assets", assets);

        AssetIndex IndexOf(ExchangeId exchange, Asset asset) =>
            new(Array.IndexOf([.. assets], new ExchangeAsset(exchange, asset)));

        var rows = sorted.Select((row, index) => new IndexedInstrument(
            new InstrumentIndex(index),
            new ExchangeIndex(Array.IndexOf([.. exchanges], row.Exchange)),
            new Underlying<AssetIndex>(
                IndexOf(row.Exchange, row.Underlying.Base), IndexOf(row.Exchange, row.Underlying.Quote)),
            row.Kind.SettlementAsset is { } settlement ? IndexOf(row.Exchange, settlement) : null,
            row));
        return new InstrumentCatalog(exchanges, assets, rows.ToValueList());
    }

    public bool Contains(ExchangeIndex index) => index.Value >= 0 && index.Value < Exchanges.Count;

    public bool Contains(AssetIndex index) => index.Value >= 0 && index.Value < Assets.Count;

    public bool Contains(InstrumentIndex index) => index.Value >= 0 && index.Value < Instruments.Count;

    public bool TryFind(ExchangeId exchange, out ExchangeIndex index)
    {
        for (var i = 0; i < Exchanges.Count; i++)
        {
            if (Exchanges[i] == exchange)
            {
                index = new ExchangeIndex(i);
                return true;
            }
        }

        index = default;
        return false;
    }

    /// <summary>Finds an asset by our name; case does not matter.</summary>
    public bool TryFindAsset(ExchangeId exchange, string nameInternal, out AssetIndex index)
    {
        var at = 0;
        var isFound = TryFind(exchange, out var there)
            && _assetsByName[there.Value].TryGetValue(nameInternal.ToLowerInvariant(), out at);
        index = new AssetIndex(at);
        return isFound;
    }

    /// <summary>Finds an instrument by our name; case does not matter.</summary>
    public bool TryFindInstrument(string nameInternal, out InstrumentIndex index)
    {
        var isFound = _instrumentsByName.TryGetValue(nameInternal.ToLowerInvariant(), out var at);
        index = new InstrumentIndex(at);
        return isFound;
    }

    /// <summary>Finds an instrument by its exchange's symbol, as long as only one there has it.</summary>
    public bool TryFindInstrument(ExchangeId exchange, string nameExchange, out InstrumentIndex index)
    {
        var at = 0;
        var isFound = TryFind(exchange, out var there)
            && _instrumentsBySymbol[there.Value].TryGetValue(nameExchange, out at)
            && at != Shared;
        index = isFound ? new InstrumentIndex(at) : default;
        return isFound;
    }

    /// <exception cref="IndexNotFoundException">No instrument is traded there.</exception>
    public ExchangeIndex Find(ExchangeId exchange) => TryFind(exchange, out var index)
        ? index
        : throw new IndexNotFoundException(
            $"ExchangeIndex: exchange {exchange} is not present in indexed instrument exchanges: "
            + string.Join(", ", Exchanges));

    /// <exception cref="IndexNotFoundException">The exchange has no such asset.</exception>
    public AssetIndex FindAsset(ExchangeId exchange, string nameInternal) =>
        TryFindAsset(exchange, nameInternal, out var index)
            ? index
            : throw new IndexNotFoundException($"AssetIndex: asset {nameInternal} not found for exchange {exchange}");

    /// <exception cref="IndexNotFoundException">The exchange has no such instrument.</exception>
    public InstrumentIndex FindInstrument(ExchangeId exchange, string name) =>
        TryFindInstrument(exchange, name, out var index)
        || (TryFindInstrument(name, out index) && this[index].ExchangeId == exchange)
            ? index
            : throw new IndexNotFoundException($"InstrumentIndex: instrument {name} not found for exchange {exchange}");

    private static IEnumerable<ExchangeAsset> AssetsOf(Instrument instrument)
    {
        yield return new ExchangeAsset(instrument.Exchange, instrument.Underlying.Base);
        yield return new ExchangeAsset(instrument.Exchange, instrument.Underlying.Quote);
        if (instrument.Kind.SettlementAsset is { } settlement)
        {
            yield return new ExchangeAsset(instrument.Exchange, settlement);
        }

        if (instrument.Spec?.Quantity.Unit is OrderQuantityUnit.OfAsset unit)
        {
            yield return new ExchangeAsset(instrument.Exchange, unit.Asset);
        }
    }

    private static void RefuseDuplicates(IEnumerable<string> names, string what, IEnumerable<object> rows)
    {
        var twice = names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new ArgumentException(
                $"{twice.Count()} different {what} have the internal name '{twice.Key}'; give each its own",
                nameof(rows));
        }
    }
}
