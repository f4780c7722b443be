namespace Barter.Model.Tests;

public class TimestampTests
{
    [Theory]
    [InlineData("epoch", "1970-01-01T00:00:00Z", 0)]
    [InlineData("no fraction", "2025-01-02T03:04:05Z", 1_735_787_045_000_000_000)]
    [InlineData("milliseconds", "2025-01-02T03:04:05.678Z", 1_735_787_045_678_000_000)]
    [InlineData("microseconds", "2025-01-02T03:04:05.678901Z", 1_735_787_045_678_901_000)]
    [InlineData("nanoseconds", "2025-01-02T03:04:05.678901234Z", 1_735_787_045_678_901_234)]
    [InlineData("leading zeros", "2025-01-02T03:04:05.000000001Z", 1_735_787_045_000_000_001)]
    [InlineData("before 1970", "1969-12-31T23:59:59.999999999Z", -1)]
    [InlineData("long before 1970", "1678-01-01T00:00:00Z", -9_214_560_000_000_000_000)]
    [InlineData("leap day", "2024-02-29T00:00:00Z", 1_709_164_800_000_000_000)]
    public void A_time_prints_as_it_is_read_with_0_3_6_or_9_digits(string row, string text, long nanos)
    {
        Assert.NotEmpty(row);
        Assert.Equal(nanos, Timestamp.Parse(text).UnixNanos);
        Assert.Equal(text, new Timestamp(nanos).ToString());
    }

    [Theory]
    [InlineData("one digit", "1970-01-01T00:00:00.5Z", "1970-01-01T00:00:00.500Z")]
    [InlineData("four digits", "1970-01-01T00:00:00.1234Z", "1970-01-01T00:00:00.123400Z")]
    [InlineData("zeros only", "1970-01-01T00:00:00.000Z", "1970-01-01T00:00:00Z")]
    [InlineData("small letters", "1970-01-01t00:00:00z", "1970-01-01T00:00:00Z")]
    [InlineData("a blank for T", "1970-01-01 00:00:00Z", "1970-01-01T00:00:00Z")]
    [InlineData("east", "1970-01-01T05:30:00+05:30", "1970-01-01T00:00:00Z")]
    [InlineData("west", "1969-12-31T20:00:00.25-04:00", "1970-01-01T00:00:00.250Z")]
    [InlineData("no offset at all", "1970-01-01T00:00:00+00:00", "1970-01-01T00:00:00Z")]
    public void Other_forms_are_turned_into_UTC(string row, string text, string printed)
    {
        Assert.NotEmpty(row);
        Assert.Equal(printed, Timestamp.Parse(text).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("2025-01-02")]
    [InlineData("2025-01-02T03:04:05")]
    [InlineData("2025-01-02T03:04:05.Z")]
    [InlineData("2025-01-02T03:04:05.1234567890Z")]
    [InlineData("2025-02-29T00:00:00Z")]
    [InlineData("2025-13-01T00:00:00Z")]
    [InlineData("2025-00-01T00:00:00Z")]
    [InlineData("2025-01-00T00:00:00Z")]
    [InlineData("2025-01-02T24:00:00Z")]
    [InlineData("2025-01-02T03:60:00Z")]
    [InlineData("2025-01-02T03:04:60Z")]
    [InlineData("2025-01-02T03:04:05+0100")]
    [InlineData("2025-01-02T03:04:05+24:00")]
    [InlineData("1677-01-01T00:00:00Z")]
    [InlineData("2262-01-01T00:00:00Z")]
    [InlineData("2025-01-02T03:04:05Zz")]
    [InlineData("2025-01-0２T03:04:05Z")]
    [InlineData("-025-01-02T03:04:05Z")]
    public void What_is_no_time_is_refused(string text)
    {
        Assert.False(Timestamp.TryParse(text, out var time));
        Assert.Equal(default, time);
        Assert.StartsWith(
            $"'{text}' is not a time", Assert.Throws<FormatException>(() => Timestamp.Parse(text)).Message);
    }

    [Fact]
    public void Spans_are_added_and_taken_away_exactly_or_not_at_all()
    {
        var time = new Timestamp(1_000);

        Assert.Equal(1_100, (time + TimeSpan.FromTicks(1)).UnixNanos);
        Assert.Equal(900, (time - TimeSpan.FromTicks(1)).UnixNanos);
        Assert.Equal(TimeSpan.FromTicks(9), new Timestamp(950) - Timestamp.Epoch);
        Assert.Equal(TimeSpan.FromTicks(-10), Timestamp.Epoch - time);
        Assert.Equal(999, time.AddNanos(-1).UnixNanos);
        Assert.Throws<OverflowException>(() => Timestamp.MaxValue.AddNanos(1));
        Assert.Throws<OverflowException>(() => Timestamp.MinValue - TimeSpan.FromTicks(1));
        Assert.Throws<OverflowException>(() => Timestamp.MaxValue - Timestamp.MinValue);
        Assert.Throws<OverflowException>(() => Timestamp.FromUnixMillis(long.MaxValue));
    }

    [Fact]
    public void Times_are_ordered()
    {
        var (early, late) = (new Timestamp(-1), new Timestamp(1));

        Assert.True(early < late && late > early && early <= late && late >= early);
        Assert.False(late < early || early > late || late <= early || early >= late);
        Assert.Equal(late, Timestamp.Max(early, late));
        Assert.Equal(late, Timestamp.Max(late, early));
        Assert.Equal(-1, early.CompareTo(late));
    }

    [Theory]
    [InlineData("noon", "2025-01-02T12:00:00Z", "2025-01-02T00:00:00Z")]
    [InlineData("midnight itself", "2025-01-02T00:00:00Z", "2025-01-02T00:00:00Z")]
    [InlineData("just before 1970", "1969-12-31T23:59:59.999999999Z", "1969-12-31T00:00:00Z")]
    public void Midnight_is_at_or_before_a_time(string row, string text, string midnight)
    {
        Assert.NotEmpty(row);
        Assert.Equal(midnight, Timestamp.Parse(text).Midnight.ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_735_787_045_678_901_200)]
    [InlineData(-100)]
    public void Whole_ticks_survive_the_way_through_dotnet_time(long nanos) =>
        Assert.Equal(nanos, Timestamp.From(new Timestamp(nanos).ToDateTimeOffset()).UnixNanos);

    [Theory]
    [InlineData(199, 100)]
    [InlineData(-1, -100)]
    public void What_is_below_a_tick_is_cut_off_towards_the_past(long nanos, long cut) =>
        Assert.Equal(cut, Timestamp.From(new Timestamp(nanos).ToDateTimeOffset()).UnixNanos);

    [Fact]
    public void The_first_and_the_last_instant_can_be_printed()
    {
        Assert.Equal("1677-09-21T00:12:43.145224192Z", Timestamp.MinValue.ToString());
        Assert.Equal("2262-04-11T23:47:16.854775807Z", Timestamp.MaxValue.ToString());
    }
}
