using System.Globalization;
using System.Text.RegularExpressions;
using Barter.Model;

namespace Barter.MarketData.Tests.Columnar;

/// <summary>The bytes of the example in the description of the format, which must not change unseen.</summary>
public partial class ColumnarGoldenTests
{
    private static readonly MarketEvent[] Events =
    [
        Trade(0, 7, 100.50m, 0.020m, Side.Buy),
        Trade(250, 8, 100.75m, 0.500m, Side.Sell),
        MarketEvent.Reconnecting(ExchangeId.BinanceSpot),
        Trade(1_000, 9, 100.25m, 0.100m, Side.Buy),
    ];

    [Fact]
    public void The_example_of_the_description_is_what_is_written()
    {
        using var file = new TempFile(name: "market.bmd");
        ColumnarRoundTripTests.Write(file.Path, Events);

        Assert.Equal(Convert.ToHexString(Described()), Convert.ToHexString(File.ReadAllBytes(file.Path)));
    }

    [Fact]
    public void The_example_of_the_description_is_read()
    {
        using var file = new TempFile(Described(), "market.bmd");

        Exactly.Equal(Events, Reading.Of(new RecordedMarketData(file.Path, Given.Catalog)).Events);
    }

    /// <summary>The lines of the description that look like <c>0010  42 41 ...</c>, put together.</summary>
    private static byte[] Described()
    {
        var bytes = new List<byte>();
        foreach (var match in DumpLine().Matches(File.ReadAllText(Description())).Cast<Match>())
        {
            Assert.Equal(
                bytes.Count, int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            bytes.AddRange(Convert.FromHexString(
                match.Groups[2].Value.Replace(" ", "", StringComparison.Ordinal)));
        }

        return [.. bytes];
    }

    private static string Description()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Barter.Actors.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "docs", "data-format.md");
    }

    private static MarketEvent Trade(long millis, long id, decimal price, decimal amount, Side side)
    {
        var time = Timestamp.Parse("2025-01-02T10:00:00Z").AddNanos(millis * Timestamp.NanosPerMilli);
        return MarketEvent.OfTrade(
            ExchangeId.BinanceSpot, default, time, time.AddNanos(5 * Timestamp.NanosPerMilli), id, price, amount, side);
    }

    [GeneratedRegex(@"^([0-9a-f]{4})  ((?:[0-9a-f]{2} )*[0-9a-f]{2})(?:  |$)", RegexOptions.Multiline)]
    private static partial Regex DumpLine();
}
