using Barter.Model;

namespace Barter.Execution.Exchanges.Served;

/// <summary>What a served exchange says of itself.</summary>
/// <param name="Exchange">Which it plays.</param>
/// <param name="Catalog">The digest of its instruments; indexes mean the same only where it is the same.</param>
/// <param name="Time">Its time.</param>
/// <param name="Speed">How many of its seconds pass in one; none where its market goes as fast as it is read.</param>
/// <param name="MarketEvents">How many have happened.</param>
/// <param name="MarketState">Where its recording is.</param>
/// <param name="LastReport">The number of the last report of the account.</param>
public sealed record ExchangeStatus(
    ExchangeId Exchange,
    string Catalog,
    Timestamp Time,
    decimal? Speed,
    long MarketEvents,
    MarketPlay MarketState,
    long LastReport);
