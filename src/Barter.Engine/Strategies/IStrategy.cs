using Barter.Model;

namespace Barter.Engine.Strategies;

/// <summary>Decides which orders to send. Only <see cref="Id"/> and <see cref="Decide"/> must be written.</summary>
/// <remarks>
/// Called on the engine's thread, one event at a time: it must be quick and may not wait. It may keep what it has seen,
/// as long as that depends on nothing but the calls it got: no clock, no randomness. An exception from it disables
/// trading and is told in the audit.
/// </remarks>
public interface IStrategy
{
    StrategyId Id { get; }

    /// <summary>
    /// Whether it wishes to add exposure to an instrument while the outcome of an earlier request there is not known.
    /// </summary>
    bool TradesThroughUnknown => false;

    /// <summary>
    /// Called at the end of every step while trading is enabled and, after a restart, every account is reconciled.
    /// </summary>
    void Decide(EngineState state, OrderBatch orders);

    /// <summary>Every market event, also while trading is disabled, after the state took it in.</summary>
    void See(in MarketEvent market, EngineState state)
    {
    }

    /// <summary>Every account event, also while trading is disabled, after the state took it in.</summary>
    void Hear(AccountEvent account, EngineState state)
    {
    }

    /// <summary>An order that it wished for was not sent.</summary>
    void Refused(OrderRequestOpen request, string reason)
    {
    }

    /// <summary>A time that it had asked to be woken at has come.</summary>
    void Wake(EngineEvent.TimerElapsed timer, EngineState state)
    {
    }

    /// <summary>Trading was enabled and no longer is: the last chance to cancel or close.</summary>
    void OnTradingDisabled(EngineState state, OrderBatch orders)
    {
    }

    /// <summary>
    /// A link to an exchange, for market data or for the account, was lost. Not called for those that a restart lost.
    /// </summary>
    void OnDisconnect(ExchangeIndex exchange, EngineState state, OrderBatch orders)
    {
    }

    /// <summary>A user wishes to have positions closed; by default each is closed at market.</summary>
    void ClosePositions(InstrumentFilter filter, EngineState state, OrderBatch orders) =>
        Closing.AtMarket(filter, state, orders);
}
