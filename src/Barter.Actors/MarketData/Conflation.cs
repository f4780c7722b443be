using System.Runtime.InteropServices;
using Barter.Model;

namespace Barter.Actors.MarketData;

/// <summary>Market events that wait for the engine. When it is behind, a quote makes way for the next one.</summary>
/// <param name="told">How many events were told before the first.</param>
internal sealed class Conflation(long told = 0)
{
    private const int TakenMax = 4_096;

    private readonly List<MarketEvent> _waiting = [];
    private readonly List<long> _origins = [];
    private readonly Dictionary<InstrumentIndex, int> _quotes = [];
    private int _first;
    private long _added = told;

    public int Count => _waiting.Count - _first;

    /// <summary>How many events came before the next one that is told: all of those were told or made way.</summary>
    public long Position => Count > 0 ? _origins[_first] : _added;

    /// <summary>Gets how many quotes made way.</summary>
    public long Conflated { get; private set; }

    /// <param name="market">What happened last.</param>
    /// <param name="isBehind">Whether quotes make way; nothing else ever does.</param>
    public void Add(in MarketEvent market, bool isBehind)
    {
        _added++;
        var isQuote = market.Kind == MarketEventKind.OrderBookL1;
        if (isQuote && isBehind && _quotes.TryGetValue(market.Instrument, out var at) && at >= _first)
        {
            _waiting[at] = market;
            Conflated++;
            return;
        }

        if (market.IsReconnecting)
        {
            // Nothing that was seen after a link was lost must be told before it
            _quotes.Clear();
        }
        else if (isQuote)
        {
            _quotes[market.Instrument] = _waiting.Count;
        }
        else
        {
            // What comes after a trade must not be told before it
            _quotes.Remove(market.Instrument);
        }

        _waiting.Add(market);
        _origins.Add(_added - 1);
    }

    /// <summary>The next events, as many as came one after the other.</summary>
    public ValueList<MarketEvent> Take(int max)
    {
        var count = 0;
        while (count < max && count < Count && _origins[_first + count] == _origins[_first] + count)
        {
            count++;
        }

        ValueList<MarketEvent> taken = [.. CollectionsMarshal.AsSpan(_waiting).Slice(_first, count)];
        _first += count;
        if (_first == _waiting.Count || _first >= TakenMax)
        {
            // Costs a quote that waits no more than the chance to make way
            _waiting.RemoveRange(0, _first);
            _origins.RemoveRange(0, _first);
            _quotes.Clear();
            _first = 0;
        }

        return taken;
    }
}
