namespace Barter.Model;

/// <summary>Levels of an order book: all of it, or those that changed (an amount of zero removes a level).</summary>
/// <param name="Sequence">The exchange's number of this state of the book.</param>
/// <param name="TimeEngine">When the exchange's matching engine made it, where it says so.</param>
/// <param name="Bids">Best, which is highest, first.</param>
/// <param name="Asks">Best, which is lowest, first.</param>
public sealed record OrderBookLevels(
    ulong Sequence, Timestamp? TimeEngine, ValueList<Level> Bids, ValueList<Level> Asks);
