using System.Text.Json;

namespace Barter.Cli.Tests;

public sealed class DataImportTests : IDisposable
{
    private const string Bars =
        "timestamp,open,high,low,close,volume\n2025-06-02 00:00:00,1,2,1,2,5\n2025-06-02 00:01:00,2,2,1,1,5\n";

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task What_is_imported_is_listed_and_replayed()
    {
        var imported = await Import(
            _folder.File("bars.csv", Bars), "--exchange", "binance_spot", "--instrument", "BTCUSDT");
        var listed = await Ran.Barter("data", "list", Market, "--format", "json");
        var run = await Ran.Barter("backtest", "--config", Given.Config, "--market-data", Market);

        Assert.Equal((ExitCode.Done, ""), (imported.Code, imported.Error));
        Assert.Contains(
            "bars.csv: 2 rows, 2 events, 0 bad rows, 2025-06-02T00:01:00Z to 2025-06-02T00:02:00Z, ",
            imported.Output, StringComparison.Ordinal);
        Assert.Contains("note: bars are taken to be 00:01:00 long", imported.Output, StringComparison.Ordinal);
        Assert.Contains("BTCUSDT", listed.Output, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
    }

    [Fact]
    public async Task The_same_files_are_already_there()
    {
        var july = Bars.Replace("2025-06", "2025-07", StringComparison.Ordinal);
        string[] args =
        [
            _folder.File("a.csv", Bars), _folder.File("b.csv", july),
            "--config", Given.Config, "--instrument", "BTCUSDT",
        ];

        var (first, again) = (await Import(args), await Import(args));

        Assert.EndsWith($" bytes in {Market}\n", first.Output, StringComparison.Ordinal);
        Assert.Contains("2 files imported, 0 already there, 4 events, ", first.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, again.Code);
        Assert.Contains("a.csv: already there, 2 events in ", again.Output, StringComparison.Ordinal);
        Assert.Contains("0 files imported, 2 already there, 4 events, ", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_tells_programs_what_came_of_it()
    {
        var ran = await Import(
            _folder.File("t.csv", "t,p,q\n1741064767,1,1\n1741064767,x,1\n"),
            "--exchange", "okx", "--instrument", "BTC-USDT", "--map", "time=t,price=p,amount=3", "--max-bad", "1",
            "--format", "json");

        var file = Assert.Single(JsonElement.Parse(ran.Output).GetProperty("files").EnumerateArray());
        Assert.Equal("okx-BTC-USDT/t.bmd", file.GetProperty("name").GetString());
        Assert.Equal(
            (1, 2, 1),
            (file.GetProperty("events").GetInt32(), file.GetProperty("rows").GetInt32(),
                file.GetProperty("bad_rows").GetInt32()));
        Assert.StartsWith(
            "line 3: 'p' is not a number", file.GetProperty("first_bad_rows")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_file_is_one_line_and_those_before_it_stay()
    {
        var ran = await Import(
            _folder.File("a.csv", Bars), _folder.File("b.csv", "<html>"),
            "--exchange", "binance_spot", "--instrument", "BTCUSDT");

        Assert.Equal(ExitCode.Failed, ran.Code);
        Assert.EndsWith(
            "b.csv:1: is a web page or another kind of XML, not market data; did the download need a login?",
            Assert.Single(ran.ErrorLines), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Market, "*.bmd", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("no instrument", "say what the files are of: --exchange and --instrument, or --config")]
    [InlineData("no exchange", "say what the files are of", "--instrument", "BTCUSDT")]
    [InlineData("no such exchange", "--exchange: unknown exchange identifier: mars", "--exchange", "mars")]
    [InlineData("no such format", "--source: 'xml' is no format; there are binance-trades", "--source", "xml")]
    [InlineData("no such unit", "--time-unit: 'h' is none of s, ms, us and ns", "--time-unit", "h")]
    [InlineData("a negative threshold", "--max-bad: must not be negative", "--max-bad", "-1")]
    public async Task A_command_line_that_cannot_be_is_refused(string name, string refusal, params string[] more)
    {
        var ran = await Import([_folder.File("a.csv", Bars), .. more]);

        Assert.NotNull(name);
        Assert.Equal((ExitCode.Usage, ""), (ran.Code, ran.Output));
        Assert.StartsWith($"barter: {refusal}", ran.ErrorLines[0], StringComparison.Ordinal);
        Assert.False(Directory.Exists(Market));
    }

    public void Dispose() => _folder.Dispose();

    private string Market => _folder.File("market");

    private Task<Ran> Import(params string[] args) => Ran.Barter(["data", "import", "--to", Market, .. args]);
}
