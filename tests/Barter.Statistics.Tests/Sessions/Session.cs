using Barter.Model;

namespace Barter.Statistics.Tests.Sessions;

/// <summary>
/// Everything that happens in a session, and the shell that feeds it to a generator as it should be fed.
/// </summary>
internal sealed record Session(
    InstrumentCatalog Catalog, Timestamp Start, Timestamp End, IReadOnlyList<Session.Step> Steps)
{
    public static Instrument Spot(string baseAsset, string quoteAsset) =>
        Instrument.Spot(ExchangeId.BinanceSpot, (baseAsset + quoteAsset).ToUpperInvariant(), baseAsset, quoteAsset);

    public static PositionExited Exit(int instrument, decimal pnl, Timestamp at) => new(
        new InstrumentIndex(instrument), Side.Buy, 10_000m, 1m, pnl, 5m, 5m, at, at, []);

    public static AssetBalance Balance(int asset, decimal total, Timestamp at) =>
        new(new AssetIndex(asset), new Balance(total, total), at);

    public TradingSummaryGenerator Feed(
        TradingSummaryGenerator generator, Action<TradingSummaryGenerator>? between = null)
    {
        var state = new InstrumentSample[Catalog.Instruments.Count];
        foreach (var step in Steps)
        {
            if (step.At >= generator.NextSampleAt)
            {
                generator.Sample(step.At, state);
            }

            switch (step)
            {
                case Step.Balanced balanced:
                    generator.Update(balanced.Balance);
                    break;
                case Step.Flowed flowed:
                    generator.Flow(new AssetIndex(flowed.Asset), flowed.Amount);
                    break;
                case Step.Exited exited:
                    generator.Update(exited.Exit);
                    break;
                case Step.Changed changed:
                    state[changed.Instrument] = changed.Sample;
                    if (changed.IsFill)
                    {
                        generator.Sample(step.At, state);
                    }

                    break;
            }

            between?.Invoke(generator);
        }

        generator.Sample(End, state);
        return generator;
    }

    public abstract record Step(Timestamp At)
    {
        public sealed record Balanced(Timestamp At, AssetBalance Balance) : Step(At);

        public sealed record Flowed(Timestamp At, int Asset, decimal Amount) : Step(At);

        public sealed record Exited(Timestamp At, PositionExited Exit) : Step(At);

        public sealed record Changed(Timestamp At, int Instrument, InstrumentSample Sample, bool IsFill) : Step(At);
    }
}
