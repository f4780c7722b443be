using System.Globalization;

namespace Barter.Cli.Verbs;

/// <summary>How fast a recording goes by.</summary>
/// <param name="Factor">1 is as it happened; none is as fast as it can be processed.</param>
internal sealed record ReplaySpeed(double? Factor)
{
    private const double FactorMax = 1_000_000;

    /// <exception cref="FormatException">It is no speed.</exception>
    public static ReplaySpeed Parse(string text)
    {
        if (text is "max")
        {
            return new ReplaySpeed(Factor: null);
        }

        var number = text.EndsWith('x') ? text.AsSpan(..^1) : text;
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor)
            && factor is > 0 and <= FactorMax
            ? new ReplaySpeed(factor)
            : throw new FormatException(
                $"'{text}' is not a speed such as 1x, 10x or 0.5x (above 0, at most 1000000x), or max");
    }

    public override string ToString() => Factor is { } factor ? string.Create(null, $"{factor}x") : "max";
}
