namespace Barter.Model;

/// <summary>The name of a strategy.</summary>
public readonly record struct StrategyId
{
    /// <summary>For orders and fills that no strategy of ours is known to have caused.</summary>
    public static readonly StrategyId Unknown = new("unknown");

    /// <exception cref="ArgumentException">The text is blank.</exception>
    public StrategyId(string value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException("strategy id must not be empty", nameof(value));
        }

        Value = value;
    }

    public string Value { get; }

    public override string ToString() => Value ?? "";
}
