using Barter.Engine.Balances;
using Barter.Engine.Connectivity;
using Barter.Engine.Orders;
using Barter.Model;

namespace Barter.Engine;

/// <summary>The trading state: what strategies read, and what only the engine changes.</summary>
public sealed class EngineState
{
    private readonly PerInstrument<InstrumentState> _instruments;
    private readonly PerAsset<AssetState> _assets;
    private readonly bool[] _hasExecution;
    private readonly bool[] _isInDoubt;

    internal EngineState(
        InstrumentCatalog catalog, IEnumerable<ExchangeId> executions, TradingState trading, Timestamp start)
    {
        Catalog = catalog;
        _hasExecution = new bool[catalog.Exchanges.Count];
        _isInDoubt = new bool[catalog.Exchanges.Count];
        foreach (var exchange in executions)
        {
            _hasExecution[catalog.Find(exchange).Value] = true;
        }

        _instruments = new(catalog.Instruments.Count, index => new InstrumentState(catalog[index]));
        _assets = new(catalog.Assets.Count, index => new AssetState(index));
        Connectivity = new ConnectivityState(catalog, HasExecution);
        (Trading, Time) = (trading, start);
    }

    private EngineState(EngineState other)
    {
        (Catalog, _hasExecution) = (other.Catalog, other._hasExecution);
        (_isInDoubt, IsReconciled) = ([.. other._isInDoubt], other.IsReconciled);
        _instruments = new(other._instruments.Count, index => other._instruments[index].Clone());
        _assets = new(other._assets.Count, index => other._assets[index].Clone());
        Connectivity = other.Connectivity.Clone();
        (Trading, Time) = (other.Trading, other.Time);
    }

    public InstrumentCatalog Catalog { get; }

    /// <summary>The latest exchange time of any event so far; it never goes back.</summary>
    public Timestamp Time { get; private set; }

    public TradingState Trading { get; internal set; }

    public ConnectivityState Connectivity { get; }

    /// <summary>Whether every account is known to be as it is here. The strategy decides only while it is.</summary>
    public bool IsReconciled { get; private set; } = true;

    /// <summary>Every instrument, in index order.</summary>
    public ReadOnlySpan<InstrumentState> Instruments => _instruments.Rows;

    /// <summary>Every asset, in index order.</summary>
    public ReadOnlySpan<AssetState> Assets => _assets.Rows;

    public InstrumentState this[InstrumentIndex index] => _instruments[index];

    public AssetState this[AssetIndex index] => _assets[index];

    /// <summary>Whether orders can be sent to an exchange, or it is only listened to.</summary>
    public bool HasExecution(ExchangeIndex exchange) =>
        exchange.Value >= 0 && exchange.Value < _hasExecution.Length && _hasExecution[exchange.Value];

    /// <summary>Whether our account at an exchange is known to be as it is here; false only after a restart.</summary>
    public bool IsReconciledAt(ExchangeIndex exchange) => !_isInDoubt[exchange.Value];

    /// <summary>A state that is equal now and goes its own way from here.</summary>
    public EngineState Clone() => new(this);

    internal void Advance(Timestamp? time)
    {
        if (time is { } at && at > Time)
        {
            Time = at;
        }
    }

    internal void Restarted()
    {
        for (var i = 0; i < _isInDoubt.Length; i++)
        {
            var exchange = new ExchangeIndex(i);
            _isInDoubt[i] = HasExecution(exchange);
            Connectivity.MarketLost(exchange);
            Connectivity.AccountLost(exchange);
        }

        Judge();
    }

    internal void Reconciled(ExchangeIndex exchange)
    {
        _isInDoubt[exchange.Value] = false;
        Judge();
    }

    /// <summary>Takes a market event in whose indexes are known to be good.</summary>
    internal void Apply(in MarketEvent market)
    {
        var row = _instruments[market.Instrument];
        Connectivity.MarketSeen(row.Instrument.Exchange);
        if (row.Market.Apply(market) && row.Positions.Current is not null)
        {
            row.Positions.Follow(row.Market);
        }
    }

    /// <summary>Takes an account event in whose indexes are known to be good.</summary>
    internal AccountOutcome Apply(AccountEvent account)
    {
        if (!IsDoubt(account))
        {
            Connectivity.AccountSeen(account.Exchange);
        }

        switch (account)
        {
            case AccountEvent.Snapshot { Account: var snapshot }:
                return Apply(snapshot);
            case AccountEvent.BalanceSnapshot { Balance: var balance }:
                _assets[balance.Asset].Apply(balance);
                return default;
            case AccountEvent.OrderSnapshot { Order: var order }:
                return new(null, _instruments[order.Key.Instrument].Orders.Reported(order, Time), order.Key);
            case AccountEvent.OrderCancelled { Response: var answer }:
                return new(null, _instruments[answer.Key.Instrument].Orders.CancelAnswered(answer), answer.Key);
            case AccountEvent.Filled { Fill: var fill }:
                return Apply(fill);
            default:
                throw new InvalidOperationException($"no account event is called {account.GetType().Name}");
        }
    }

    private void Judge() => IsReconciled = !_isInDoubt.Contains(true);

    /// <summary>That an outcome is not known is found out on our side, and is no sign of the exchange.</summary>
    private static bool IsDoubt(AccountEvent account) => account switch
    {
        AccountEvent.OrderSnapshot { Order.State: InactiveOrderState.OpenFailed { Error: var error } } =>
            error.LeavesOutcomeUnknown,
        AccountEvent.OrderCancelled { Response.Error: { } error } => error.LeavesOutcomeUnknown,
        _ => false,
    };

    private AccountOutcome Apply(Fill fill)
    {
        var row = _instruments[fill.Instrument];
        if (!row.Fills.Add(fill))
        {
            return new(null, OrderAnomaly.Repeated, null);
        }

        row.Orders.Traded(fill);
        return new(row.Positions.Apply(fill), OrderAnomaly.None, null);
    }

    private AccountOutcome Apply(AccountSnapshot snapshot)
    {
        foreach (var balance in snapshot.Balances)
        {
            _assets[balance.Asset].Apply(balance);
        }

        foreach (var instrument in snapshot.Instruments)
        {
            foreach (var order in instrument.Orders)
            {
                _instruments[instrument.Instrument].Orders.Reported(order, Time);
            }
        }

        if (snapshot.TimeMostRecent() is { } listed)
        {
            Empty(snapshot, listed);
            foreach (var row in _instruments.Rows)
            {
                if (row.Instrument.Exchange == snapshot.Exchange)
                {
                    row.Orders.Listed(OrdersOf(snapshot, row.Index), listed);
                }
            }
        }

        return default;
    }

    /// <summary>The exchange's own list is all there is: what it leaves out, we have none of.</summary>
    private void Empty(AccountSnapshot snapshot, Timestamp listed)
    {
        var (exchange, assets) = (Catalog[snapshot.Exchange], snapshot.AssetIndexes());
        foreach (var row in _assets.Rows)
        {
            if (row.Latest is not null && Catalog[row.Asset].Exchange == exchange && !assets.Contains(row.Asset))
            {
                row.Apply(new AssetBalance(row.Asset, default, listed));
            }
        }
    }

    private static ValueList<Order> OrdersOf(AccountSnapshot snapshot, InstrumentIndex index) => snapshot.Instruments
        .Where(instrument => instrument.Instrument == index)
        .SelectMany(instrument => instrument.Orders)
        .ToValueList();

    /// <summary>What an account event did beside changing the state.</summary>
    internal readonly record struct AccountOutcome(PositionExited? Exited, OrderAnomaly Anomaly, OrderKey? Order);
}
