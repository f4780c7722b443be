namespace Barter.Model;

/// <summary>One measured value of a <see cref="Metric"/>.</summary>
public readonly record struct MetricField(string Key, MetricValue Value);
