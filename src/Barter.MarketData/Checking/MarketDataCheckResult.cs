using Barter.Model;

namespace Barter.MarketData.Checking;

/// <summary>What a <see cref="MarketDataCheck"/> found.</summary>
/// <param name="Report">What the reading itself met.</param>
/// <param name="Instruments">The instruments that have events, by index.</param>
/// <param name="Findings">What was found, by kind and then by instrument.</param>
public sealed record MarketDataCheckResult(
    MarketDataReport Report, ValueList<InstrumentCounts> Instruments, ValueList<Finding> Findings)
{
    /// <summary>Whether anything but reconnect marks was found, or there is no item at all.</summary>
    public bool HasProblems => Report.Items == 0 || Findings.Any(finding => finding.Kind != FindingKind.Reconnect);
}
