using Barter.Model;

namespace Barter.Engine.Connectivity;

/// <summary>The health of all links. Everything starts as reconnecting.</summary>
public sealed class ConnectivityState
{
    private readonly PerExchange<ExchangeLinks> _links;

    internal ConnectivityState(InstrumentCatalog catalog, Func<ExchangeIndex, bool> hasExecution)
    {
        _links = new PerExchange<ExchangeLinks>(
            catalog.Exchanges.Count,
            index => new ExchangeLinks(LinkHealth.Reconnecting, hasExecution(index) ? LinkHealth.Reconnecting : null));
    }

    private ConnectivityState(ConnectivityState other)
    {
        _links = new PerExchange<ExchangeLinks>(other._links.Count, index => other._links[index]);
        Global = other.Global;
    }

    /// <summary>Healthy while every link is.</summary>
    public LinkHealth Global { get; private set; }

    public ExchangeLinks this[ExchangeIndex exchange] => _links[exchange];

    internal void MarketLost(ExchangeIndex exchange)
    {
        _links[exchange] = _links[exchange] with { MarketData = LinkHealth.Reconnecting };
        Global = LinkHealth.Reconnecting;
    }

    internal void AccountLost(ExchangeIndex exchange)
    {
        if (_links[exchange].Account is not null)
        {
            _links[exchange] = _links[exchange] with { Account = LinkHealth.Reconnecting };
            Global = LinkHealth.Reconnecting;
        }
    }

    internal void MarketSeen(ExchangeIndex exchange)
    {
        if (Global != LinkHealth.Healthy && _links[exchange].MarketData != LinkHealth.Healthy)
        {
            _links[exchange] = _links[exchange] with { MarketData = LinkHealth.Healthy };
            Judge();
        }
    }

    internal void AccountSeen(ExchangeIndex exchange)
    {
        if (Global != LinkHealth.Healthy && _links[exchange].Account == LinkHealth.Reconnecting)
        {
            _links[exchange] = _links[exchange] with { Account = LinkHealth.Healthy };
            Judge();
        }
    }

    internal ConnectivityState Clone() => new(this);

    private void Judge()
    {
        foreach (var links in _links.Rows)
        {
            if (!links.AreHealthy)
            {
                return;
            }
        }

        Global = LinkHealth.Healthy;
    }
}
