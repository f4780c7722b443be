namespace Barter.Model;

public enum OrderKind : byte
{
    /// <summary>Carries no price: the exchange prices it.</summary>
    Market,

    /// <summary>Trades at its price or better.</summary>
    Limit,
}
