namespace Barter.Architecture.Tests.Planted;

/// <summary>Every place in which a binary float can hide.</summary>
internal static class Floats
{
    internal sealed class InField
    {
        internal readonly double Price = 1;
    }

    internal static class InConstant
    {
        internal const double Rate = 0.5;
    }

    internal sealed class InProperty
    {
        internal float? Price { get; init; }
    }

    internal static class InParameter
    {
        internal static bool Take(in Half price) => price == default;
    }

    internal static class InReturn
    {
        internal static List<double> Give() => [];
    }

    internal static class InCall
    {
        internal static decimal Root(decimal value) => (decimal)Math.Sqrt((double)value);
    }

    internal static class InConversion
    {
        internal static int Halve(int value) => (int)(value * 0.5);
    }

    internal static class InLambda
    {
        internal static Func<decimal, decimal> Root() => value => (decimal)Math.Sqrt((double)value);
    }

    internal static class InIterator
    {
        internal static IEnumerable<int> Count(int count)
        {
            for (var at = 0.0; at < count; at++)
            {
                yield return (int)at;
            }
        }
    }

    internal sealed class Nowhere
    {
        internal decimal? Price { get; init; } = 1.5m;

        internal static decimal Sum(IEnumerable<decimal> rows) => rows.Where(row => row > 0.5m).Sum();

        internal string Text(DateTime time) => $"{Price} at {time:O} of {TimeSpan.FromSeconds(5)}";

        internal static string Name(string kind) => kind switch
        {
            "a" or "b" => "first",
            "c" or "d" => "second",
            "e" or "f" or "g" or "h" => "third",
            _ => throw new ArgumentException(kind, nameof(kind)),
        };
    }
}
