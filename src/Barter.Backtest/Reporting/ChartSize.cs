namespace Barter.Backtest.Reporting;

/// <summary>How large a chart is drawn. Every chart is there twice, so that letters need not shrink.</summary>
internal sealed record ChartSize(string Css, int Width, int Height, int TimeTicks, int ValueTicks)
{
    public static readonly ChartSize Wide = new("wide", 960, 260, 9, 5);
    public static readonly ChartSize WideFlat = new("wide", 960, 150, 9, 3);
    public static readonly ChartSize WideLow = new("wide", 960, 190, 9, 4);
    public static readonly ChartSize Narrow = new("narrow", 360, 220, 4, 4);
    public static readonly ChartSize NarrowFlat = new("narrow", 360, 130, 4, 3);

    public static readonly ChartSize NarrowLow = new("narrow", 360, 170, 4, 4);

    /// <summary>How many points a line needs; more would not be seen.</summary>
    public int PointsMax => Width / 2;
}
