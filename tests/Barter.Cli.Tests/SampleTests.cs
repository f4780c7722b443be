using System.Text.Json;
using Barter.Model;

namespace Barter.Cli.Tests;

/// <summary>What must show on the files that newcomers begin with.</summary>
public sealed class SampleTests
{
    private const string Perpetual =
        """
        {
          "instruments": [
            {
              "exchange": "bitmex", "name_exchange": "BTCUSD", "underlying": { "base": "btc", "quote": "usd" },
              "quote": "underlying_quote", "kind": "spot"
            }
          ],
          "executions": [
            {
              "mocked_exchange": "bitmex", "latency_ms": 100, "fees_percent": 0.05,
              "initial_state": {
                "exchange": "bitmex",
                "balances": [ { "asset": "usd", "balance": { "total": 10000, "free": 10000 } } ],
                "instruments": []
              }
            }
          ]
        }
        """;

    [Fact]
    public async Task The_day_of_the_readme_trades()
    {
        var ran = await Ran.Barter(
            "backtest", "--config", Given.Config, "--market-data", Given.Day, "--strategy", "ema-cross",
            "--format", "json");

        var run = JsonElement.Parse(ran.Output).GetProperty("run");
        Assert.Equal((ExitCode.Done, ""), (ran.Code, ran.Error));
        Assert.InRange(run.GetProperty("orders_sent").GetInt64(), 50, 300);
        Assert.InRange(run.GetProperty("fills").GetInt64(), 50, 300);
        Assert.Equal(0, run.GetProperty("orders_rejected").GetInt64());
    }

    [Fact]
    public async Task The_sample_stream_without_a_strategy_earns_and_loses_nothing()
    {
        if (Given.Shared("system_config.json") is not { } config
            || Given.Shared("binance_spot_market_data_with_disconnect_events.json") is not { } stream)
        {
            return;
        }

        var ran = await Ran.Barter("backtest", "--config", config, "--market-data", stream, "--format", "json");

        Assert.Equal((ExitCode.Done, ""), (ran.Code, ran.Error));
        var json = JsonElement.Parse(ran.Output);
        Assert.True(Time(json, "time_engine_start") <= Time(json, "time_engine_end"));
        var instruments = json.GetProperty("instruments").EnumerateObject().ToArray();
        Assert.Equal(
            ["binance_spot-btc_usdt", "binance_spot-eth_usdt", "binance_spot-sol_usdt"],
            instruments.Select(row => row.Name));
        Assert.All(instruments, row =>
        {
            Assert.Equal("0", row.Value.GetProperty("pnl").GetString());
            Assert.Equal("Daily", row.Value.GetProperty("sharpe_ratio").GetProperty("interval").GetString());
        });
        Assert.Equal(
            ["binance_spot:btc 0.1", "binance_spot:eth 1", "binance_spot:sol 10", "binance_spot:usdt 10000"],
            json.GetProperty("assets").EnumerateObject().Select(row =>
                $"{row.Name} {row.Value.GetProperty("balance_end").GetProperty("total").GetString()}"));
    }

    [Fact]
    public async Task A_month_of_bars_trades()
    {
        if (Given.Shared("real/btc-perp-20211231-20220201_1m.csv") is not { } bars)
        {
            return;
        }

        using var folder = new TempFolder();

        var ran = await Ran.Barter(
            "backtest", "--config", folder.File("perpetual.json", Perpetual), "--market-data", bars,
            "--strategy", "ema-cross", "--format", "json", "--interval", "annual-365");

        Assert.Equal((ExitCode.Done, ""), (ran.Code, ran.Error));
        var json = JsonElement.Parse(ran.Output);
        var run = json.GetProperty("run");
        Assert.InRange(run.GetProperty("market_events").GetInt64(), 40_000, 50_000);
        Assert.InRange(run.GetProperty("fills").GetInt64(), 50, 2_000);
        Assert.Equal(0, run.GetProperty("orders_rejected").GetInt64());
        var sheet = json.GetProperty("instruments").GetProperty("bitmex-btc_usd");
        Assert.NotNull(sheet.GetProperty("sharpe_ratio").GetProperty("value").GetString());
    }

    private static Timestamp Time(JsonElement json, string key) => Timestamp.Parse(json.GetProperty(key).GetString()!);
}
