namespace Barter.Statistics;

/// <summary>What a month or a year earned, compounded.</summary>
/// <param name="Name">Such as <c>2024-02</c> for a month, or <c>2024</c> for a year.</param>
/// <param name="Value">As a fraction: 0.01 is 1 %.</param>
public readonly record struct CalendarReturn(string Name, decimal Value);
