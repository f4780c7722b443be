using Barter.Model;

namespace Barter.Statistics.Sampling;

/// <summary>How much of the portfolio was at work. What a sample shows is held to last until the next.</summary>
internal sealed class ExposureStatistics
{
    private readonly Timestamp _start;
    private Timestamp _at;
    private double _gross;
    private double _net;
    private bool _isOpen;
    private bool _hasNav;
    private double _grossSeconds;
    private double _netSeconds;
    private double _secondsOpen;
    private double _secondsValued;

    public ExposureStatistics(Timestamp start) => (_start, _at) = (start, start);

    /// <summary>None as long as the portfolio had no worth.</summary>
    public double? GrossMax { get; private set; }

    public double? NetMax { get; private set; }

    public double? GrossMean => Mean(_grossSeconds, GrossMax is null ? null : _gross);

    public double? NetMean => Mean(_netSeconds, GrossMax is null ? null : _net);

    /// <summary>Over the time from the start to the last sample; none where that is nothing.</summary>
    public double? TimeInMarket => _at == _start ? null : _secondsOpen / Seconds(_start, _at);

    public void Observe(Timestamp at, double gross, double net, bool isOpen, decimal? nav)
    {
        var seconds = Seconds(_at, at);
        _secondsOpen += _isOpen ? seconds : 0d;
        if (_hasNav)
        {
            _secondsValued += seconds;
            _grossSeconds += _gross * seconds;
            _netSeconds += _net * seconds;
        }

        (_at, _isOpen, _hasNav) = (at, isOpen, nav is > 0m);
        if (_hasNav)
        {
            (_gross, _net) = (gross / (double)nav!.Value, net / (double)nav.Value);
            GrossMax = Math.Max(GrossMax ?? 0d, _gross);
            NetMax = Math.Abs(_net) > Math.Abs(NetMax ?? 0d) ? _net : NetMax ?? _net;
        }
    }

    private double? Mean(double sum, double? now) => _secondsValued == 0d ? now : sum / _secondsValued;

    private static double Seconds(Timestamp from, Timestamp to) =>
        (double)(to.UnixNanos - from.UnixNanos) / Timestamp.NanosPerSecond;
}
