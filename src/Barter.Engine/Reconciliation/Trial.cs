using Barter.Model;

namespace Barter.Engine.Reconciliation;

/// <summary>A state of its own that takes in what is told, and keeps of it what was news.</summary>
internal sealed class Trial(EngineState state, ExchangeIndex exchange)
{
    private readonly List<AccountEvent> _told = [];

    public EngineState State { get; } = state.Clone();

    public ValueList<AccountEvent> Told => _told.ToValueList();

    public void Tell(Fill fill)
    {
        var told = new AccountEvent.Filled(exchange, fill);
        if (!IsRefused(told) && !State[fill.Instrument].Fills.Knows(fill))
        {
            State.Apply(told);
            _told.Add(told);
        }
    }

    public void Tell(Order order)
    {
        var told = new AccountEvent.OrderSnapshot(exchange, order);
        if (IsRefused(told))
        {
            return;
        }

        var before = Known(order.Key);
        State.Apply(told);
        if (Known(order.Key) != before)
        {
            _told.Add(told);
        }
    }

    /// <summary>Tells a balance that was so at a time, however long it had been so.</summary>
    public void Tell(AssetBalance balance, Timestamp time)
    {
        var told = new AccountEvent.BalanceSnapshot(exchange, balance);
        if (IsRefused(told))
        {
            return;
        }

        var known = State[balance.Asset].Latest;
        if (known?.Balance == balance.Balance || known?.TimeExchange > time)
        {
            return;
        }

        told = new AccountEvent.BalanceSnapshot(
            exchange, balance with { TimeExchange = Timestamp.Max(balance.TimeExchange, time) });
        State.Apply(told);
        _told.Add(told);
    }

    private Order? Known(OrderKey key) =>
        State[key.Instrument].Orders.TryGet(key.ClientOrderId, out var order) ? order : null;

    /// <summary>The engine will refuse it, too, and says why in its audit.</summary>
    private bool IsRefused(AccountEvent told)
    {
        if (Vetting.Refuse(new EngineEvent.Account(told), State.Catalog) is null)
        {
            return false;
        }

        _told.Add(told);
        return true;
    }
}
