namespace Barter.MarketData.Generation;

/// <summary>A price that changes by a random part of itself, with trends, and drawn back to where it began.</summary>
internal sealed class PriceWalk
{
    private const long NanosPerDay = 86_400_000_000_000;
    private const int Digits = 18;
    private const decimal PullPerStep = 1m / 20_000m;
    private const decimal LargestStep = 0.2m;

    // Over a trend of 900 steps the drift adds up to three standard deviations of its noise
    private const decimal TrendStrength = 0.1m;
    private const int ShortestTrend = 300;
    private const int LongestTrend = 1_500;

    private readonly SeededDraws _draws;
    private readonly decimal _anchor;
    private readonly decimal _tick;
    private readonly decimal _deviation;
    private decimal _price;
    private decimal _drift;
    private long _stepsLeft;

    public PriceWalk(SeededDraws draws, decimal price, decimal tick, decimal dailyVolatility, long meanGapNanos)
    {
        (_draws, _price, _anchor, _tick) = (draws, price, price, tick);
        _deviation = dailyVolatility * SquareRoot((decimal)meanGapNanos / NanosPerDay);
    }

    /// <summary>The highest bid at or below the price, in ticks; at least one.</summary>
    public decimal BidTicks => Math.Max(1m, decimal.Floor(_price / _tick));

    public void Step()
    {
        if (_stepsLeft-- == 0)
        {
            _stepsLeft = _draws.Between(ShortestTrend, LongestTrend);
            _drift = _draws.Between(-1, 1) * TrendStrength * _deviation;
        }

        var pull = (_anchor - _price) / _anchor * PullPerStep;
        var change = (_draws.Normal() * _deviation) + _drift + pull;
        var next = _price * (1m + Math.Clamp(change, -LargestStep, LargestStep));
        _price = Math.Max(decimal.Round(next, Digits), _tick);
    }

    // Newton, in decimal so that it ends in the same digits everywhere
    private static decimal SquareRoot(decimal number)
    {
        var root = Math.Max(number, 1m);
        for (var i = 0; i < 100; i++)
        {
            root = (root + (number / root)) / 2m;
        }

        return root;
    }
}
