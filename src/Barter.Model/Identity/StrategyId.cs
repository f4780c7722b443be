namespace Barter.Model;

/// <summary>The name of a strategy.</summary>
public readonly record struct StrategyId
{
    /// <summary>For orders and fills that no strategy of ours is known to have caused.</summary>
    public static readonly StrategyId Unknown = new("unknown");

    /// <exception cref="ArgumentException">The text is blank, or has half of a surrogate pair.</exception>
    public StrategyId(string value) => Value = Name.Checked(value, "strategy id");

    public string Value { get; }

    public override string ToString() => Value ?? "";
}
