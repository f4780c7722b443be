namespace Barter.Benchmarks.Measuring;

/// <summary>One line of the table.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Rate">How much of the unit.</param>
/// <param name="Unit"><c>/s</c> is better when larger, everything else when smaller.</param>
/// <param name="AllocatedBytes">An operation; null where that says nothing.</param>
/// <param name="Ratio">Rate over the baseline's, the median over rounds taken in turns; null without one.</param>
/// <param name="Baseline">What it is compared to.</param>
internal sealed record Row(
    string Name,
    double Rate,
    string Unit,
    double? AllocatedBytes = null,
    double? Ratio = null,
    string? Baseline = null);
