namespace Barter.Execution.Simulation;

/// <summary>The grid on which all amounts lie, so that sums of them are exact.</summary>
/// <remarks>
/// A decimal holds 28 digits: with twelve behind the point, sixteen are left before it. Finer amounts would be rounded
/// by an addition, and a ledger of them would not balance.
/// </remarks>
internal static class Amounts
{
    public const int Decimals = 12;

    /// <summary>The largest price and quantity of an order; their product still fits a decimal.</summary>
    public const long OrderMax = 100_000_000_000_000;

    /// <summary>The largest balance to begin with.</summary>
    public const decimal BalanceMax = 1_000_000_000_000_000m;

    /// <summary>Cuts off what is finer than the grid.</summary>
    public static decimal Cut(decimal amount) => decimal.Round(amount, Decimals, MidpointRounding.ToZero);

    /// <summary>The next amount on the grid that is not less.</summary>
    public static decimal Raise(decimal amount) => decimal.Round(amount, Decimals, MidpointRounding.ToPositiveInfinity);

    public static bool IsOnGrid(decimal amount) => Cut(amount) == amount;
}
