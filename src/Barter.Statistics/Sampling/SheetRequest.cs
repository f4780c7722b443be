namespace Barter.Statistics.Sampling;

/// <summary>In which interval a tear sheet is asked, and what of the session it needs to know.</summary>
/// <param name="Label">The label of the interval.</param>
/// <param name="Basis">The year on which the risk free return is spread.</param>
/// <param name="PeriodsPerInterval">Return periods in the interval.</param>
/// <param name="PeriodsElapsed">Return periods since the session started, as a fraction.</param>
/// <param name="Capital">What the portfolio was worth when the unfinished period began.</param>
internal sealed record SheetRequest(
    string Label, ReturnBasis Basis, decimal PeriodsPerInterval, decimal PeriodsElapsed, decimal Capital);
