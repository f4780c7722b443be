using Barter.Model;

namespace Barter.Statistics.Sampling;

/// <summary>Counts the closed positions of one instrument and what they won and lost.</summary>
internal sealed class ClosedPositions
{
    private decimal _won;
    private decimal _lost;

    public long Count { get; private set; }

    public long Wins { get; private set; }

    public long Losses { get; private set; }

    public void Update(PositionExited exit)
    {
        Count++;
        if (exit.PnlRealised > 0m)
        {
            Wins++;
            _won += exit.PnlRealised;
        }
        else if (exit.PnlRealised < 0m)
        {
            Losses++;
            _lost -= exit.PnlRealised;
        }
    }

    public Metric WinRate() => Count == 0
        ? Metric.Undefined(UndefinedReason.NoClosedPositions)
        : Metric.Of((decimal)Wins / Count);

    public Metric ProfitFactor() => (Count, Losses) switch
    {
        (0, _) => Metric.Undefined(UndefinedReason.NoClosedPositions),
        (_, 0) => Metric.Undefined(UndefinedReason.NoLosses),
        _ => Metric.Of(() => _won / _lost),
    };
}
