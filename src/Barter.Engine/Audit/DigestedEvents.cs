using Barter.Model;

namespace Barter.Engine.Audit;

/// <summary>What events tell, put into a digest: a byte that says what it is, and then its fields in order.</summary>
internal static class DigestedEvents
{
    public static void Put(DigestBlocks blocks, EngineEvent cause)
    {
        switch (cause)
        {
            case EngineEvent.Account { Event: AccountEvent.BalanceSnapshot { Balance: var balance } told }:
                Start(blocks, 1, told);
                blocks.Put(balance.Asset.Value);
                blocks.Put(balance.Balance.Total);
                blocks.Put(balance.Balance.Free);
                blocks.Put(balance.TimeExchange);
                break;
            case EngineEvent.Account { Event: AccountEvent.OrderSnapshot { Order: var order } told }:
                Start(blocks, 2, told);
                Put(blocks, order);
                break;
            case EngineEvent.Account { Event: AccountEvent.OrderCancelled { Response: var answer } told }:
                Start(blocks, 3, told);
                Put(blocks, answer.Key);
                Put(blocks, answer.Cancelled);
                Put(blocks, answer.Error);
                break;
            case EngineEvent.Account { Event: AccountEvent.Filled { Fill: var fill } told }:
                Start(blocks, 4, told);
                Put(blocks, fill);
                break;
            default:
                blocks.Put((byte)0);
                blocks.Put(ModelJson.EngineEvents.ToJson(cause));
                break;
        }

        blocks.EndPart();
    }

    public static void Put(DigestBlocks blocks, in Candle candle)
    {
        blocks.Put(candle.CloseTime);
        blocks.Put(candle.Open);
        blocks.Put(candle.High);
        blocks.Put(candle.Low);
        blocks.Put(candle.Close);
        blocks.Put(candle.Volume);
        blocks.Put(unchecked((long)candle.TradeCount));
    }

    public static void Put(DigestBlocks blocks, OrderBookLevels levels)
    {
        blocks.Put(unchecked((long)levels.Sequence));
        blocks.Put(levels.TimeEngine is not null);
        blocks.Put(levels.TimeEngine ?? default);
        Put(blocks, levels.Bids);
        Put(blocks, levels.Asks);
    }

    public static void Put(DigestBlocks blocks, OrderKey key)
    {
        blocks.Put(key.Exchange.Value);
        blocks.Put(key.Instrument.Value);
        blocks.Put(key.Strategy.Value);
        blocks.Put(key.ClientOrderId.Value);
    }

    public static void Put(DigestBlocks blocks, decimal? number)
    {
        blocks.Put(number is not null);
        blocks.Put(number ?? 0m);
    }

    public static void Put(DigestBlocks blocks, TimeInForce timeInForce)
    {
        blocks.Put((byte)timeInForce.Kind);
        blocks.Put(timeInForce.PostOnly);
    }

    private static void Start(DigestBlocks blocks, byte what, AccountEvent told)
    {
        blocks.Put(what);
        blocks.Put(told.Exchange.Value);
    }

    private static void Put(DigestBlocks blocks, ValueList<Level> levels)
    {
        blocks.Put(levels.Count);
        foreach (ref readonly var level in levels.AsSpan())
        {
            blocks.EndPart();
            blocks.Put(level.Price);
            blocks.Put(level.Amount);
        }
    }

    private static void Put(DigestBlocks blocks, Order order)
    {
        Put(blocks, order.Key);
        blocks.Put((byte)order.Side);
        Put(blocks, order.Price);
        blocks.Put(order.Quantity);
        blocks.Put((byte)order.Kind);
        Put(blocks, order.TimeInForce);
        Put(blocks, order.State);
    }

    private static void Put(DigestBlocks blocks, OrderState state)
    {
        switch (state)
        {
            case ActiveOrderState.Open open:
                blocks.Put((byte)1);
                blocks.Put(open.Id.Value);
                blocks.Put(open.Time);
                blocks.Put(open.FilledQuantity);
                break;
            case InactiveOrderState.FullyFilled:
                blocks.Put((byte)2);
                break;
            case InactiveOrderState.Cancelled cancelled:
                blocks.Put((byte)3);
                Put(blocks, cancelled);
                break;
            case InactiveOrderState.OpenFailed { Error: OrderError.Rejected { Error: ApiError.OrderRejected error } }:
                blocks.Put((byte)4);
                blocks.Put(error.Message);
                break;
            default:
                blocks.Put((byte)0);
                blocks.Put(ModelJson.OrderStates.ToJson(state));
                break;
        }
    }

    private static void Put(DigestBlocks blocks, InactiveOrderState.Cancelled? cancelled)
    {
        blocks.Put(cancelled?.Id.Value);
        blocks.Put(cancelled?.Time ?? default);
    }

    private static void Put(DigestBlocks blocks, OrderError? error) =>
        blocks.Put(error is null ? null : ModelJson.OrderErrors.ToJson(error));

    private static void Put(DigestBlocks blocks, Fill fill)
    {
        blocks.Put(fill.Id.Value);
        blocks.Put(fill.OrderId.Value);
        blocks.Put(fill.Strategy.Value);
        blocks.Put(fill.Instrument.Value);
        blocks.Put(fill.TimeExchange);
        blocks.Put((byte)fill.Side);
        blocks.Put(fill.Price);
        blocks.Put(fill.Quantity);
        blocks.Put(fill.Fees.Asset?.Value ?? -1);
        blocks.Put(fill.Fees.Fees);
    }
}
