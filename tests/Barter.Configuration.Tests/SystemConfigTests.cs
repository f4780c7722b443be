using Barter.Model;

namespace Barter.Configuration.Tests;

public class SystemConfigTests
{
    [Fact]
    public void A_configuration_reads_back_equal_from_its_own_text()
    {
        var config = Configs.Full();

        var again = SystemConfig.Parse(config.ToJson());

        Assert.Equal(config, again);
        Assert.Equal(config.ToJson(), again.ToJson());
        Assert.Equal(config, SystemConfig.Parse(config.ToJson(indented: false)));
        Assert.DoesNotContain('\r', config.ToJson());
    }

    [Fact]
    public async Task A_saved_configuration_loads_back_equal_and_leaves_nothing_beside_it()
    {
        var folder = Directory.CreateTempSubdirectory("barter-config");
        try
        {
            var path = Path.Combine(folder.FullName, "config.json");
            var config = Configs.Full();

            Configs.Spot().Save(path);
            config.Save(path);
            Assert.Equal(config, SystemConfig.Load(path));

            await config.WithoutExecutions().SaveAsync(path);
            Assert.Equal(config.WithoutExecutions(), await SystemConfig.LoadAsync(path));
            Assert.Equal("config.json", Assert.Single(folder.GetFiles()).Name);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_missing_file_is_named_in_one_line()
    {
        var path = Path.Combine(Path.GetTempPath(), "barter-no-such-folder", "no.json");

        var refusal = Assert.Throws<SystemConfigException>(() => SystemConfig.Load(path));

        Assert.Equal($"{path}: the file does not exist", refusal.Message);
        Assert.Equal((path, 0, 0, ""), (refusal.File, refusal.Line, refusal.Column, refusal.Path));
        await Assert.ThrowsAsync<SystemConfigException>(() => SystemConfig.LoadAsync(path));
    }

    [Fact]
    public void A_minimal_configuration_is_written_in_a_fixed_form()
    {
        var config = SystemConfig.Parse(
            """
            {"instruments":[{"exchange":"kraken","name_exchange":"XBT/USD","underlying":{"base":"xbt","quote":"usd"},
             "quote":"underlying_quote","kind":"spot"}],
             "executions":[{"mocked_exchange":"kraken","latency_ms":20,"fees_percent":0.0010}],"unknown":[1]}
            """);

        Assert.Equal(
            """
            {
              "instruments": [
                {
                  "exchange": "kraken",
                  "name_exchange": "XBT/USD",
                  "underlying": {
                    "base": "xbt",
                    "quote": "usd"
                  },
                  "quote": "underlying_quote",
                  "kind": "spot",
                  "spec": null
                }
              ],
              "executions": [
                {
                  "mocked_exchange": "kraken",
                  "latency_ms": 20,
                  "fees_percent": "0.001",
                  "initial_state": {
                    "exchange": "kraken",
                    "balances": [],
                    "instruments": []
                  }
                }
              ],
              "risk": {
                "global": null,
                "instruments": []
              }
            }

            """.ReplaceLineEndings("\n"),
            config.ToJson());
    }

    [Theory]
    [InlineData("both the same", "\"fees_percent\":0.05", "0.05", "0.05")]
    [InlineData("maker has its own", "\"fees_percent\":0.05,\"maker_fees_percent\":\"0.02\"", "0.02", "0.05")]
    [InlineData("taker has its own", "\"fees_percent\":0.05,\"taker_fees_percent\":7e-2", "0.05", "0.07")]
    [InlineData("a rebate", "\"maker_fees_percent\":-0.01,\"taker_fees_percent\":0.05", "-0.01", "0.05")]
    public void Fees_are_percents_for_maker_and_taker(string row, string fees, string maker, string taker)
    {
        Assert.NotEmpty(row);
        var execution = (SimulatedExecutionConfig)SystemConfig.Parse(
            Configs.SpotJson.Replace("\"fees_percent\":0.05", fees)).Executions[0];

        Assert.Equal(maker, DecimalText.Format(execution.MakerFeesPercent));
        Assert.Equal(taker, DecimalText.Format(execution.TakerFeesPercent));
    }

    [Fact]
    public void All_but_the_return_may_stand_under_system()
    {
        var nested = $$"""{"risk_free_return":"0.04","system":{{Configs.SpotJson}}}""";

        var config = SystemConfig.Parse(nested);

        Assert.Equal(0.04m, config.RiskFreeReturn);
        Assert.Equal(Configs.Spot().Instruments, config.Instruments);
        Assert.Equal(Configs.Spot().Executions, config.Executions);
    }

    [Fact]
    public void Risk_limits_go_by_the_position_in_the_list_not_by_the_sorted_index()
    {
        var own = new RiskLimits(maxPositionQuantity: 2m);
        var global = new RiskLimits(maxLeverage: 3m);
        var config = Configs.Spot().WithGlobalRiskLimits(global).WithInstrumentRiskLimits(0, own);
        var catalog = config.BuildCatalog();

        Assert.Equal("ETHUSDT", config.Instruments[0].NameExchange);
        Assert.Equal("ETHUSDT", catalog.Instruments[1].Definition.NameExchange);
        Assert.Equal(own, config.RiskLimitsOf(new InstrumentIndex(1)));
        Assert.Equal(global, config.RiskLimitsOf(catalog.Instruments[0]));
        Assert.Equal(own, config.Risk.ForInstrument(0));
        Assert.Null(config.Risk.ForInstrument(1));
        Assert.Throws<IndexNotFoundException>(() => config.RiskLimitsOf(new InstrumentIndex(2)));
        Assert.Null(Configs.Spot().RiskLimitsOf(new InstrumentIndex(0)));
    }

    [Fact]
    public void Instrument_limits_are_replaced_removed_and_kept_sorted()
    {
        var (first, second) = (new RiskLimits(maxLeverage: 1m), new RiskLimits(maxLeverage: 2m));

        var config = Configs.Spot().WithInstrumentRiskLimits(1, first).WithInstrumentRiskLimits(0, first)
            .WithInstrumentRiskLimits(1, second);

        Assert.Equal([new(0, first), new(1, second)], config.Risk.Instruments);
        Assert.Equal([new(1, second)], config.WithInstrumentRiskLimits(0, null).Risk.Instruments);
        Assert.Equal(RiskConfiguration.Unlimited, config.WithInstrumentRiskLimits(0, null)
            .WithInstrumentRiskLimits(1, null).WithGlobalRiskLimits(null).Risk);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void A_position_outside_the_list_has_no_limits(int index)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(
            () => Configs.Spot().WithInstrumentRiskLimits(index, null));

        Assert.StartsWith($"instrument index {index} is out of bounds for 2 instrument(s)", refusal.Message);
    }

    [Fact]
    public void Executions_are_added_and_removed_and_must_fit()
    {
        var config = Configs.Spot();
        var binance = config.Executions[0];

        Assert.Empty(config.WithoutExecutions().Executions);
        Assert.Equal(config, config.WithoutExecutions().WithExecution(binance));
        Assert.Equal(
            "executions[1].mocked_exchange: binance_spot has an execution already",
            Assert.Throws<SystemConfigException>(() => config.WithExecution(binance)).Message);
        Assert.Equal(
            "executions[1].mocked_exchange: no instrument is traded at okx",
            Assert.Throws<SystemConfigException>(() => config.WithExecution(
                new SimulatedExecutionConfig(ExchangeId.Okx, TimeSpan.Zero, 0m, 0m))).Message);
    }

    [Fact]
    public void Exchanges_are_sorted_and_each_is_there_once() =>
        Assert.Equal([ExchangeId.BinanceFuturesUsd, ExchangeId.Deribit, ExchangeId.Kraken], Configs.Full().Exchanges);

    [Theory]
    [InlineData("system_config.json")]
    [InlineData("backtest_config.json")]
    public void The_shared_samples_load(string file)
    {
        if (Configs.SharedData(file) is not { } path)
        {
            return;
        }

        var config = SystemConfig.Load(path);
        var execution = Assert.IsType<SimulatedExecutionConfig>(Assert.Single(config.Executions));

        Assert.Equal(["BTCUSDT", "ETHUSDT", "SOLUSDT"], config.Instruments.Select(row => row.NameExchange));
        Assert.Equal(0.05m, config.RiskFreeReturn);
        Assert.Equal(TimeSpan.FromMilliseconds(100), execution.Latency);
        Assert.Equal((0.05m, 0.05m), (execution.MakerFeesPercent, execution.TakerFeesPercent));
        var since = Timestamp.Parse("2025-03-24T21:30:00Z");
        Assert.Equal(
            [
                new("usdt", new(10000m, 10000m), since), new("btc", new(0.1m, 0.1m), since),
                new("eth", new(1m, 1m), since), new("sol", new(10m, 10m), since),
            ],
            execution.Balances);
        Assert.Equal(config, SystemConfig.Parse(config.ToJson()));
    }
}
