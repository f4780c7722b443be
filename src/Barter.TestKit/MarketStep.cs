using Barter.Model;

namespace Barter.TestKit;

/// <summary>A part of the market that a scenario is given; made by <see cref="Market"/>.</summary>
public abstract record MarketStep
{
    private MarketStep()
    {
    }

    internal sealed record Traded(decimal Price, decimal Amount, Side Side) : MarketStep;

    internal sealed record Quoted(decimal Bid, decimal Ask, decimal Amount) : MarketStep;

    internal sealed record QuotedLate(decimal Bid, decimal Ask, TimeSpan By) : MarketStep;

    internal sealed record Walked(int Count, decimal From, decimal Step) : MarketStep;

    internal sealed record Lost : MarketStep;

    internal sealed record ClockMoved(TimeSpan By) : MarketStep;

    internal sealed record ClockSet(Timestamp To) : MarketStep;

    internal sealed record Of(string Instrument) : MarketStep;

    internal sealed record Several(ValueList<MarketStep> Steps) : MarketStep;
}
