namespace Barter.Model;

/// <summary>Something that an exchange told of our account there.</summary>
public abstract record AccountEvent
{
    private AccountEvent(ExchangeIndex exchange) => Exchange = exchange;

    public ExchangeIndex Exchange { get; }

    /// <summary>The exchange's time of it, where it has one.</summary>
    public abstract Timestamp? TimeExchange { get; }

    /// <summary>All balances and all open orders; what is not in it is not there.</summary>
    public sealed record Snapshot(AccountSnapshot Account) : AccountEvent(Account.Exchange)
    {
        public override Timestamp? TimeExchange => Account.TimeMostRecent();
    }

    public sealed record BalanceSnapshot(ExchangeIndex At, AssetBalance Balance) : AccountEvent(At)
    {
        public override Timestamp? TimeExchange => Balance.TimeExchange;
    }

    public sealed record OrderSnapshot(ExchangeIndex At, Order Order) : AccountEvent(At)
    {
        public override Timestamp? TimeExchange => Order.State.TimeExchange;
    }

    public sealed record OrderCancelled(ExchangeIndex At, OrderResponseCancel Response) : AccountEvent(At)
    {
        public override Timestamp? TimeExchange => Response.Cancelled?.Time;
    }

    public sealed record Filled(ExchangeIndex At, Fill Fill) : AccountEvent(At)
    {
        public override Timestamp? TimeExchange => Fill.TimeExchange;
    }
}
