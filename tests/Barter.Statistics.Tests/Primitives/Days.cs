using Barter.Model;

namespace Barter.Statistics.Tests.Primitives;

internal static class Days
{
    public static readonly Timestamp Start = Timestamp.Parse("2024-01-01T00:00:00Z");

    public static Timestamp Day(int number) => Start + TimeSpan.FromDays(number);
}
