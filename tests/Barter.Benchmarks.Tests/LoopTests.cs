using System.Text.Json;
using Barter.Benchmarks.Loop;
using Barter.Benchmarks.Measuring;
using Xunit.Abstractions;

namespace Barter.Benchmarks.Tests;

public sealed class LoopTests(ITestOutputHelper log)
{
    private static readonly Dictionary<string, double> Stored = new() { ["engine"] = 0.4, ["books"] = 0.1 };

    [Fact]
    public async Task A_small_table_has_a_row_for_each_part()
    {
        var (code, output) = await RunHereAsync(
            "engine", "data", "runs", "--events", "3000", "--rounds", "1", "--json");

        Assert.True(code == 0, output);
        using var table = JsonDocument.Parse(output);
        var rows = table.RootElement.GetProperty("rows").EnumerateArray().ToArray();
        Assert.Equal(
            [
                "bare loop", "engine, market events", "engine and audit digest", "simulated exchange, ema-cross",
                "simulated exchange, quoter", "L2 changes, 20 levels watched", "bare loop, between files",
                "columnar read, trades",
                "columnar size of a trade", "JSON stream read", "import of trades as CSV", "runs, one job",
                "runs, two jobs", "two jobs over one", "kept of a run",
            ],
            rows.Select(row => row.GetProperty("name").GetString()));
        Assert.All(rows, row => Assert.True(row.GetProperty("rate").GetDouble() > 0, row.ToString()));
        Assert.All(rows[1..6], row => Assert.True(row.GetProperty("ratio").GetDouble() > 0, row.ToString()));
    }

    [Theory]
    [InlineData("engines")]
    [InlineData("--events", "0")]
    [InlineData("--events")]
    [InlineData("--gate", "renew")]
    public async Task A_word_that_is_not_understood_is_answered_with_the_usage(params string[] args)
    {
        var (code, output) = await RunHereAsync(args);

        Assert.Equal(2, code);
        Assert.Contains("usage: loop", output);
    }

    [Fact]
    public void A_run_that_differs_from_its_reference_is_refused()
    {
        Mismatch.Refuse(("digest", 1m), ("digest", 1.0m));

        var refusal = Assert.Throws<Mismatch>(() => Mismatch.Refuse(("digest", 1m), ("digest", 2m)));

        Assert.Contains("(digest, 2)", refusal.Message);
    }

    [Theory]
    [InlineData(0.4, 0.1, 0)]
    [InlineData(0.341, 0.0851, 0)]
    [InlineData(0.339, 0.1, 1)]
    [InlineData(0.3, 0.05, 2)]
    public void A_ratio_may_lose_fifteen_percent_and_no_more(double engine, double books, int losses) =>
        Assert.Equal(losses, Gate.Losses(Stored, [Of("engine", engine), Of("books", books)]).Count);

    [Fact]
    public void A_stored_row_that_was_not_measured_is_a_loss() =>
        Assert.Equal(
            ["books: not measured of the bare loop, where 0.100 was reached; more than 15 % is lost"],
            Gate.Losses(Stored, [Of("engine", 0.5)]));

    [Fact]
    [Trait("Category", "Slow")]
    public Task The_engine_is_as_near_to_the_bare_loop_as_it_once_was() =>
        Measured.HoldAsync(log, "loop", "engine", "--gate", "check");

    private static Row Of(string name, double ratio) => new(name, 1e6, "/s", 0, ratio, "bare loop");

    private static async Task<(int Code, string Output)> RunHereAsync(params string[] args)
    {
        using var said = new StringWriter();
        return (await LoopVerb.RunAsync(args, said, said), said.ToString());
    }
}
