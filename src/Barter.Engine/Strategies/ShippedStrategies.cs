namespace Barter.Engine.Strategies;

/// <summary>The strategies that come with the system, by name.</summary>
public static class ShippedStrategies
{
    /// <summary>Each name, with what it does and its parameters.</summary>
    public static IReadOnlyList<(string Name, string Summary)> All { get; } =
    [
        ("none", "sends nothing"),
        ("buy-and-hold", "buys every instrument once (notional=1000)"),
        ("ema-cross", "long while a fast average is above a slow one (fast=50, slow=200, notional=1000, short=false)"),
        ("quoter", "two-sided post-only quotes (spread_bps=10, notional=500, inventory=2000, rest=1 in seconds)"),
    ];

    /// <summary>Makes a strategy of its name and <c>name=value</c> parameters.</summary>
    /// <exception cref="FormatException">No strategy or parameter has that name, or a value is bad.</exception>
    public static IStrategy Create(string name, IEnumerable<string> parameters)
    {
        var given = new StrategyParameters(name, parameters);
        IStrategy strategy;
        try
        {
            strategy = Create(name, given);
        }
        catch (ArgumentOutOfRangeException exception)
        {
            throw new FormatException($"strategy {name}: {exception.Message.Split(" (Parameter")[0]}", exception);
        }
        catch (OverflowException exception)
        {
            throw new FormatException($"strategy {name}: a parameter is too large", exception);
        }

        given.RefuseUnread();
        return strategy;
    }

    private static IStrategy Create(string name, StrategyParameters given) => name switch
    {
        "none" => new NoOrders(),
        "buy-and-hold" => new BuyAndHold(given.Number("notional", 1_000m)),
        "ema-cross" => new EmaCross(
            given.Whole("fast", 50), given.Whole("slow", 200), given.Number("notional", 1_000m),
            given.Flag("short", false)),
        "quoter" => new Quoter(
            given.Number("spread_bps", 10m), given.Number("notional", 500m), given.Number("inventory", 2_000m),
            given.Seconds("rest", 1m)),
        _ => throw new FormatException(
            $"unknown strategy '{name}'; choose one of {string.Join(", ", All.Select(row => row.Name))}"),
    };
}
