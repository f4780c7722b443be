namespace Barter.Model;

/// <summary>Whether the strategy may send orders. Commands work in either state.</summary>
public enum TradingState : byte
{
    Disabled,
    Enabled,
}
