namespace Barter.Model;

/// <summary>The orders of one instrument.</summary>
public sealed record InstrumentAccountSnapshot(InstrumentIndex Instrument, ValueList<Order> Orders);
