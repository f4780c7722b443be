using Barter.Model;

namespace Barter.Backtest.Reporting;

/// <summary>A fill as it stands in a stored result.</summary>
internal sealed record FillRow(
    Timestamp Time, string Instrument, bool IsBuy, decimal Price, decimal Quantity, decimal Fees);
