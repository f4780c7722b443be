using Barter.Cli.Terminal;

namespace Barter.Cli.Tests;

public sealed class ProgressBarTests
{
    private static readonly CliConsole Narrow = new(TextWriter.Null, TextWriter.Null) { Size = () => (60, 24) };

    [Fact]
    public void A_title_that_leaves_no_room_for_the_bar_keeps_its_end() =>
        Assert.Equal(
            "…des-2025-02.csv 3.1 M event", ProgressBar.Fitting("BTCUSDT-trades-2025-02.csv 3.1 M event", Narrow));

    [Fact]
    public void A_title_that_just_fits_stays_as_it_is() =>
        Assert.Equal("BTCUSDT-02.csv 3.1 M event/s", ProgressBar.Fitting("BTCUSDT-02.csv 3.1 M event/s", Narrow));

    [Fact]
    public void Brackets_in_a_title_are_no_markup() =>
        Assert.Equal("a[[1]].csv", ProgressBar.Fitting("a[1].csv", Narrow));
}
