using Barter.Engine.Orders;
using Barter.Model;

namespace Barter.Engine.Audit;

/// <summary>What a step did beside changing the state.</summary>
public abstract record EngineOutput
{
    private EngineOutput()
    {
    }

    internal static bool IsNews(ValueList<EngineOutput> outputs, ValueList<EngineError> errors) =>
        errors.Count == 0 && !outputs.Any(output => output is Anomaly { Kind: OrderAnomaly.Repeated });

    /// <summary>What a command did; there for every command, even where nothing was sent.</summary>
    public sealed record Commanded(ActionOutput Action) : EngineOutput;

    /// <summary>Trading was disabled, and this is what the strategy sent because of it.</summary>
    public sealed record OnTradingDisabled(OrdersOutput Orders) : EngineOutput;

    /// <summary>The link to an account was lost, and this is what the strategy sent because of it.</summary>
    public sealed record AccountDisconnect(ExchangeId Exchange, OrdersOutput Orders) : EngineOutput;

    /// <summary>The link to market data was lost, and this is what the strategy sent because of it.</summary>
    public sealed record MarketDisconnect(ExchangeId Exchange, OrdersOutput Orders) : EngineOutput;

    /// <summary>A position was closed or flipped.</summary>
    public sealed record PositionExit(PositionExited Position) : EngineOutput;

    /// <summary>The strategy sent orders, or wished to.</summary>
    public sealed record AlgoOrders(OrdersOutput Orders) : EngineOutput;

    /// <summary>A report of an order was odd; the state is unharmed.</summary>
    public sealed record Anomaly(OrderAnomaly Kind, OrderKey? Order) : EngineOutput;

    /// <summary>The strategy or the risk policy threw: what it wished is dropped and trading is disabled.</summary>
    public sealed record Faulted(string Part, string Message) : EngineOutput;
}
