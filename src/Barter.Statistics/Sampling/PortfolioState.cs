using Barter.Model;

namespace Barter.Statistics.Sampling;

/// <summary>What the sheet of the portfolio needs to know beside its statistics.</summary>
/// <param name="Currency">The asset of the valuation.</param>
/// <param name="Opening">The value of the opening balances.</param>
/// <param name="Flows">The value of what flowed in and out since.</param>
/// <param name="SampledAt">The time of the last sample.</param>
/// <param name="Unfinished">Start of the period that has not ended; none where no time has passed in it.</param>
/// <param name="Step">The length of a period.</param>
internal sealed record PortfolioState(
    string Currency, decimal Opening, decimal Flows, Timestamp SampledAt, Timestamp? Unfinished, TimeSpan Step);
