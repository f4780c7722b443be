using System.Globalization;
using Barter.Model;

namespace Barter.Engine.Strategies;

/// <summary>Named values for a strategy, as text; every name that is given must be read.</summary>
public sealed class StrategyParameters
{
    private const long SecondsMax = 1_000_000_000;

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _read = new(StringComparer.Ordinal);
    private readonly string _strategy;

    /// <param name="strategy">For messages.</param>
    /// <param name="values">Each <c>name=value</c>.</param>
    /// <exception cref="FormatException">One is not of that form, or a name stands twice.</exception>
    public StrategyParameters(string strategy, IEnumerable<string> values)
    {
        _strategy = strategy;
        foreach (var value in values)
        {
            var split = value.IndexOf('=', StringComparison.Ordinal);
            if (split <= 0)
            {
                throw new FormatException($"parameter '{value}' is not of the form name=value");
            }

            if (!_values.TryAdd(value[..split].Trim(), value[(split + 1)..].Trim()))
            {
                throw new FormatException($"parameter '{value[..split]}' is given twice");
            }
        }
    }

    public int Whole(string name, int fallback) => Read(
        name, fallback, "a whole number", text =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                ? value
                : null);

    public decimal Number(string name, decimal fallback) =>
        Read(name, fallback, "a number", text => DecimalText.TryParse(text, out var value) ? value : null);

    public bool Flag(string name, bool fallback) =>
        Read(name, fallback, "true or false", text => bool.TryParse(text, out var value) ? value : null);

    /// <summary>A number of seconds.</summary>
    public TimeSpan Seconds(string name, decimal fallback)
    {
        var seconds = Read(name, fallback, $"a number of seconds below {SecondsMax}", text =>
            DecimalText.TryParse(text, out var value) && Math.Abs(value) < SecondsMax ? value : null);
        return TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond));
    }

    /// <exception cref="FormatException">A name was given that the strategy does not know.</exception>
    public void RefuseUnread()
    {
        foreach (var name in _values.Keys)
        {
            if (!_read.Contains(name))
            {
                var known = _read.Count == 0 ? "it has none" : $"it has {string.Join(", ", _read)}";
                throw new FormatException($"strategy {_strategy} has no parameter '{name}'; {known}");
            }
        }
    }

    private T Read<T>(string name, T fallback, string expected, Func<string, T?> parse)
        where T : struct
    {
        _read.Add(name);
        return _values.TryGetValue(name, out var text)
            ? parse(text) ?? throw new FormatException(
                $"parameter {name} of strategy {_strategy} must be {expected}, not '{text}'")
            : fallback;
    }
}
