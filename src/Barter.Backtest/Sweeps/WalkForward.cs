using Barter.Model;
using Barter.Statistics;

namespace Barter.Backtest.Sweeps;

/// <summary>How data is cut: train, then test what was best; both move on by a test's length.</summary>
/// <param name="Train">Positive.</param>
/// <param name="Test">Positive.</param>
public sealed record WalkForward(TimeSpan Train, TimeSpan Test)
{
    private const int WindowsMax = 10_000;

    /// <summary>Reads <c>train=30d test=7d</c>, in any order, with spaces or a comma between.</summary>
    /// <exception cref="FormatException">It is not of that form.</exception>
    public static WalkForward Parse(string text)
    {
        var parts = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2 && Length(parts, "train=") is { } train && Length(parts, "test=") is { } test
            ? new WalkForward(train, test)
            : throw new FormatException($"'{text}' is not of the form train=30d,test=7d");
    }

    /// <summary>The windows that lie whole between two instants; a test may end where the data does.</summary>
    /// <exception cref="FormatException">There is no room for one, or there are too many.</exception>
    public IReadOnlyList<WalkForwardWindow> Windows(Timestamp first, Timestamp last)
    {
        var windows = new List<WalkForwardWindow>();
        for (var start = first; start + Train + Test <= last; start += Test)
        {
            windows.Add(new WalkForwardWindow(start, start + Train, start + Train + Test));
            if (windows.Count > WindowsMax)
            {
                throw new FormatException($"more than {WindowsMax} windows; take longer tests");
            }
        }

        return windows.Count > 0
            ? windows
            : throw new FormatException(
                $"the data goes from {first} to {last}, which is too short for a training of {Words(Train)} "
                + $"and a test of {Words(Test)}");
    }

    private static string Words(TimeSpan length) => Reporting.Words.Length(length);

    private static TimeSpan? Length(string[] parts, string name)
    {
        var found = Array.Find(parts, part => part.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return found is null || !char.IsAsciiDigit(found[name.Length..].FirstOrDefault())
            ? null
            : ReturnInterval.Parse(found[name.Length..]).Length;
    }
}
