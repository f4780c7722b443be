namespace Barter.Model;

/// <summary>Everything that names an order before its exchange does.</summary>
public sealed record OrderKey(
    ExchangeIndex Exchange, InstrumentIndex Instrument, StrategyId Strategy, ClientOrderId ClientOrderId)
{
    public override string ToString() =>
        string.Create(null, $"{Exchange.Value}:{Instrument.Value}:{Strategy}:{ClientOrderId}");
}
