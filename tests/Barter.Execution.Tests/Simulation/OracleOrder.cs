using Barter.Model;

namespace Barter.Execution.Tests.Simulation;

/// <summary>An accepted order as the <see cref="ExchangeOracle"/> remembers it.</summary>
internal sealed class OracleOrder(int number, OrderRequestOpen request, Timestamp arrival)
{
    public int Number { get; } = number;

    public OrderRequestOpen Request { get; } = request;

    public Timestamp Arrival { get; } = arrival;

    public Side Side => Request.Side;

    public InstrumentIndex Instrument => Request.Key.Instrument;

    public decimal Filled { get; set; }

    public decimal Remaining => Request.Quantity - Filled;

    /// <summary>How many market events there had been when it came to rest.</summary>
    public int Joined { get; set; }

    /// <summary>What was displayed at its price then, where that was the best price.</summary>
    public decimal? QueueAtJoin { get; set; }

    public bool Rests { get; set; }

    /// <summary>
    /// Before every order that is served after it on one event: bids, better prices, earlier arrivals.
    /// </summary>
    public (Side Side, decimal Price, int Number) Rank =>
        (Side, Side == Side.Buy ? -Request.Price!.Value : Request.Price!.Value, Number);
}
