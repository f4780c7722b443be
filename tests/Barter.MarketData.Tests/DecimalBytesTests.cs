using System.Text;
using Barter.MarketData.Generation;
using Barter.MarketData.Recorded;

namespace Barter.MarketData.Tests;

public class DecimalBytesTests
{
    [Fact]
    public void The_quick_way_reads_every_text_as_the_obvious_way_does()
    {
        var draws = new SeededDraws(Seeds.Current);
        for (var i = 0; i < 50_000; i++)
        {
            var length = (int)draws.Below(22);
            var text = Given.Utf8(string.Concat(
                Enumerable.Range(0, length).Select(_ => "0123456789001234567890..-+e"[(int)draws.Below(27)])));

            var read = DecimalBytes.TryParse(text, out var quick);
            var expected = DecimalBytes.TryParseAny(text, out var obvious);

            Assert.True(
                read == expected && decimal.GetBits(quick).SequenceEqual(decimal.GetBits(obvious)),
                $"seed {Seeds.Current}: {Encoding.UTF8.GetString(text)}");
        }
    }
}
