using System.Globalization;
using System.Text;
using Barter.Model;

namespace Barter.MarketData.Recorded;

/// <summary>The catalog's names in the form in which files bring them: bytes.</summary>
internal sealed class InstrumentTable
{
    private const int LongestName = 256;
    private const int NamesInMessage = 5;

    private readonly InstrumentCatalog _catalog;
    private readonly byte[][] _exchanges;
    private readonly Dictionary<string, int> _byName;
    private readonly Dictionary<string, int>[] _bySymbol;

    public InstrumentTable(InstrumentCatalog catalog)
    {
        _catalog = catalog;
        _exchanges = [.. catalog.Exchanges.Select(exchange => Encoding.UTF8.GetBytes(exchange.ToWire()))];
        _byName = catalog.Instruments.ToDictionary(
            row => row.Name, row => row.Index.Value, StringComparer.OrdinalIgnoreCase);
        _bySymbol = [.. catalog.Exchanges.Select(exchange => catalog.Instruments
            .Where(row => row.ExchangeId == exchange)
            .GroupBy(row => row.Definition.NameExchange, StringComparer.Ordinal)
            .Where(same => same.Count() == 1)
            .ToDictionary(same => same.Key, same => same.Single().Index.Value, StringComparer.Ordinal))];
    }

    /// <summary>The catalog's instruments as a message lists them.</summary>
    public string Known => string.Join(", ", _catalog.Instruments.Take(NamesInMessage).Select(row => row.Name))
        + (_catalog.Instruments.Count > NamesInMessage ? ", ..." : "");

    /// <summary>The catalog's exchanges as a message lists them.</summary>
    public string KnownExchanges => string.Join(", ", _catalog.Exchanges.Select(exchange => exchange.ToWire()));

    public int Count => _catalog.Instruments.Count;

    public IndexedInstrument this[InstrumentIndex index] => _catalog[index];

    public bool HasExchange(ExchangeId exchange) => _catalog.TryFind(exchange, out _);

    /// <summary>Finds an exchange of the catalog by its wire name.</summary>
    public bool TryFindExchange(ReadOnlySpan<byte> text, out ExchangeId exchange)
    {
        for (var i = 0; i < _exchanges.Length; i++)
        {
            if (text.SequenceEqual(_exchanges[i]))
            {
                exchange = _catalog.Exchanges[i];
                return true;
            }
        }

        return ExchangeIds.TryParse(Encoding.UTF8.GetString(text), out exchange) && _catalog.TryFind(exchange, out _);
    }

    /// <summary>Finds an instrument by our name, or by the symbol it has on that exchange.</summary>
    public bool TryFind(ExchangeId exchange, ReadOnlySpan<byte> text, out InstrumentIndex index)
    {
        index = default;
        if (text.Length > LongestName)
        {
            return false;
        }

        Span<char> buffer = stackalloc char[LongestName];
        var name = buffer[..Encoding.UTF8.GetChars(text, buffer)];
        var isFound = _byName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var at)
            || (_catalog.TryFind(exchange, out var there)
                && _bySymbol[there.Value].GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out at));
        index = new InstrumentIndex(at);
        return isFound;
    }

    /// <summary>Finds what an option names: our name, an index, or a symbol that one exchange has.</summary>
    public bool TryFind(string option, out InstrumentIndex index)
    {
        if (_byName.TryGetValue(option, out var at))
        {
            index = new InstrumentIndex(at);
            return true;
        }

        if (int.TryParse(option, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            index = new InstrumentIndex(number);
            return _catalog.Contains(index);
        }

        var found = _catalog.Instruments
            .Where(row => string.Equals(row.Definition.NameExchange, option, StringComparison.Ordinal))
            .ToArray();
        index = found.Length == 1 ? found[0].Index : default;
        return found.Length == 1;
    }
}
