namespace Barter.Statistics;

/// <summary>A metric of a sheet that has no value, and why.</summary>
/// <param name="Metric">The metric as it is named in the summary's JSON, such as <c>sharpe_ratio</c>.</param>
/// <param name="Reason">One of <see cref="UndefinedReason"/>.</param>
public readonly record struct UndefinedMetric(string Metric, string Reason);
