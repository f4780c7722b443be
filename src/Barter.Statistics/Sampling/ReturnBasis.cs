namespace Barter.Statistics.Sampling;

/// <summary>A year's number of days, and the risk free return of one period that follows from it.</summary>
internal sealed record ReturnBasis(int DaysPerYear, decimal RiskFree);
