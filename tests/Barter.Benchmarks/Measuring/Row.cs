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
    string? Baseline = null)
{
    /// <summary>What it should be, in words; null where nothing is asked of it.</summary>
    public string? Target { get; init; }

    /// <summary>Whether it is so; null where nothing is asked of it.</summary>
    public bool? IsMet { get; init; }

    /// <summary>What else is to be known of it.</summary>
    public string? Note { get; init; }

    /// <summary>Asks for a rate, and for a ratio to the baseline.</summary>
    public Row AtLeast(double rate, double ratio = 0)
    {
        var share = ratio > 0 ? string.Create(null, $"{ratio} of it, ") : "";
        return this with { Target = $"{share}{rate / 1e6:N1} M/s", IsMet = Rate >= rate && (Ratio ?? 0) >= ratio };
    }
}
