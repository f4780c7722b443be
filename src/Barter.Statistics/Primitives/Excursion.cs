namespace Barter.Statistics.Primitives;

/// <summary>How far the profit of a position went either way while it was open, before fees (Sweeney 1996).</summary>
/// <param name="Adverse">The largest loss seen; 0 or more.</param>
/// <param name="Favourable">The largest profit seen; 0 or more.</param>
/// <param name="Last">The profit seen last.</param>
public readonly record struct Excursion(decimal Adverse, decimal Favourable, decimal Last)
{
    /// <summary>How much of the largest profit was given back at the end.</summary>
    public decimal EndDrawdown => Favourable - Last;

    /// <summary>The last profit over the largest; none where there never was one.</summary>
    public decimal? Efficiency => Favourable == 0m ? null : Last / Favourable;

    public Excursion Add(decimal profit) =>
        new(Math.Max(Adverse, -profit), Math.Max(Favourable, profit), profit);
}
