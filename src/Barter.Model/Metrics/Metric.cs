namespace Barter.Model;

/// <summary>A measurement for whoever watches a session: named, timed, tagged, with a value for every field.</summary>
public sealed record Metric(string Name, Timestamp Time, ValueList<MetricTag> Tags, ValueList<MetricField> Fields);
