using Barter.Model;

namespace Barter.Backtest.Sweeps;

/// <summary>A parameter of a strategy, and the values that are tried.</summary>
/// <param name="Name">As the strategy calls it.</param>
/// <param name="Values">In the order given; none stands twice.</param>
public sealed record ParameterRange(string Name, ValueList<string> Values)
{
    private const int ValuesMax = 100_000;

    /// <summary>
    /// Reads <c>name=a..b:step</c> (the step is 1 where it is left out), <c>name=a,b,c</c>, or both mixed. Numbers are
    /// exact; what is no range is taken as it stands.
    /// </summary>
    /// <exception cref="FormatException">It is none of these, has no value, or has one twice.</exception>
    public static ParameterRange Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var split = text.IndexOf('=', StringComparison.Ordinal);
        var name = split < 0 ? "" : text[..split].Trim();
        if (name.Length == 0)
        {
            throw new FormatException($"parameter '{text}' is not of the form name=values, such as fast=5..50:5");
        }

        var values = new OrderedDictionary<string, bool>(StringComparer.Ordinal);
        foreach (var part in text[(split + 1)..].Split(',', StringSplitOptions.TrimEntries))
        {
            foreach (var value in ValuesOf(name, part))
            {
                if (!values.TryAdd(value, true))
                {
                    throw new FormatException($"parameter {name} has the value {value} twice");
                }
            }
        }

        return new ParameterRange(name, values.Keys.ToValueList());
    }

    /// <summary>Each value as strategies take it: <c>name=value</c>.</summary>
    public string Assignment(int index) => $"{Name}={Values[index]}";

    private static IEnumerable<string> ValuesOf(string name, string part)
    {
        var dots = part.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0)
        {
            return part.Length == 0
                ? throw new FormatException($"parameter {name} has an empty value")
                : [DecimalText.TryParse(part, out var number) ? DecimalText.Format(number) : part];
        }

        var colon = part.IndexOf(':', StringComparison.Ordinal);
        var last = colon < 0 ? part[(dots + 2)..] : part[(dots + 2)..Math.Max(dots + 2, colon)];
        if (!DecimalText.TryParse(part.AsSpan(0, dots), out var first) || !DecimalText.TryParse(last, out var end)
            || !DecimalText.TryParse(colon < 0 ? "1" : part.AsSpan(colon + 1), out var step))
        {
            throw new FormatException($"parameter {name}: '{part}' is not a range such as 5..50:5");
        }

        if (step <= 0m || end < first)
        {
            throw new FormatException($"parameter {name}: range '{part}' must go up, by a step above 0");
        }

        return Steps(name, part, first, end, step);
    }

    private static IEnumerable<string> Steps(string name, string part, decimal first, decimal end, decimal step)
    {
        // Divided first, since the difference of two decimals may be too large for one
        if ((end / step) - (first / step) >= ValuesMax)
        {
            throw new FormatException($"parameter {name}: range '{part}' has more than {ValuesMax} values");
        }

        var count = (int)((end - first) / step) + 1;
        return Enumerable.Range(0, count).Select(i => DecimalText.Format(first + (i * step)));
    }
}
