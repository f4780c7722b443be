using Barter.MarketData.Generation;

namespace Barter.MarketData.Tests.Import;

public class RoundTripTests
{
    private const int Events = 400;

    public static TheoryData<string> Formats => [.. WrittenFormat.All.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_is_written_comes_back(string name)
    {
        var format = WrittenFormat.Of(name);
        var draws = SeededDraws.For(Seeds.Current, name);
        for (var round = 0; round < 10; round++)
        {
            var events = format.Draw(draws, Events);
            var lineEnd = draws.Below(2) == 0 ? "\n" : "\r\n";
            var text = (draws.Below(2) == 0 ? "" : "\ufeff") + format.Write(events, lineEnd);
            var bytes = Given.Utf8(draws.Below(2) == 0 ? text : text.TrimEnd());
            var reading = draws.Below(3) switch
            {
                0 => Imported.Of(format.File, bytes),
                1 => Imported.Of(format.File, Given.Zipped(bytes)),
                _ => Imported.Of("any.zip", Imported.Zip((format.File, bytes))),
            };

            Assert.True(reading.Failure is null, $"seed {Seeds.Current}, round {round}: {reading.Failure?.Message}");
            Assert.Equal(events, reading.Events);
            Assert.Equal(Events, reading.Report.Rows);
        }
    }

    [Fact]
    public void Decimals_keep_every_digit_and_their_scale()
    {
        string[] texts =
        [
            "1", "1.0", "1.10000000", "0.00000001", "12345678901234567.8", "79228162514264337593543950335",
            "0.0000000000000000000000000001", "1e-7", "1.5E+3", "0001.50",
        ];
        var reading = Imported.Of(
            "t.csv", "time,price,amount\n" + string.Concat(texts.Select(text => $"1741064767,{text},1\n")));

        Assert.Equal(
            texts.Select(text => decimal.Parse(
                text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture)),
            reading.Events.Select(row => row.TradePrice));
        Assert.Equal("1.10000000", reading.Events[2].TradePrice.ToString(null, null));
    }
}
