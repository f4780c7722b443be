namespace Barter.Statistics.Tests;

public sealed partial class TradingSummaryTextTests
{
    private const string Golden =
        """
        {
          "time_engine_start": "2024-01-01T00:00:00Z",
          "time_engine_end": "2024-01-03T06:00:00Z",
          "portfolio": {
            "currency": "usdt",
            "nav_start": "1000",
            "nav_end": "1004.95",
            "flows": "0",
            "fees": "0.5",
            "slippage": "0",
            "total_return": "0.00495",
            "cagr": {
              "value": "0.0021969827396985967222574318",
              "interval": "Daily"
            },
            "arithmetic_return": {
              "value": "0.0025",
              "interval": "Daily"
            },
            "volatility": {
              "value": "0.0106066017178",
              "interval": "Daily"
            },
            "sharpe_ratio": {
              "value": "0.235702260396",
              "interval": "Daily"
            },
            "sharpe_ratio_error": {
              "value": null,
              "interval": "Daily"
            },
            "sharpe_ratio_autocorrelated": {
              "value": "0.235702260396",
              "interval": "Daily"
            },
            "sharpe_ratio_adjusted": {
              "value": null,
              "interval": "Daily"
            },
            "sharpe_ratio_probability": null,
            "min_track_record": null,
            "sortino_ratio": {
              "value": "0.707106781187",
              "interval": "Daily"
            },
            "calmar_ratio": {
              "value": "0.43939654793971934445148636",
              "interval": "Daily"
            },
            "martin_ratio": {
              "value": "0.6214005573567520925571925335",
              "interval": "Daily"
            },
            "pain_ratio": {
              "value": "0.87879309587943868890297272",
              "interval": "Daily"
            },
            "omega_ratio": "2",
            "gain_to_pain": "1",
            "tail_ratio": "2.17647058824",
            "value_at_risk": "0.00425",
            "expected_shortfall": "0.005",
            "skewness": null,
            "kurtosis": null,
            "ulcer_index": "0.00353553390593",
            "pain_index": "0.0025",
            "drawdown_max": "0.005",
            "time_under_water": "0.5",
            "time_under_water_max_ms": 43200000,
            "drawdowns": [
              {
                "value": "0.005",
                "time_peak": "2024-01-02T18:00:00Z",
                "time_valley": "2024-01-02T18:01:00Z",
                "time_recovery": null,
                "down_ms": 60000,
                "recovery_ms": null,
                "duration_ms": 43200000
              }
            ],
            "periods": 2,
            "period_ms": 86400000,
            "positive_periods": "0.5",
            "best_period": "0.01",
            "worst_period": "-0.005",
            "winning_streak_max": 1,
            "losing_streak_max": 1,
            "gross_exposure_mean": "0",
            "gross_exposure_max": "0",
            "net_exposure_mean": "0",
            "net_exposure_max": "0",
            "time_in_market": "0",
            "turnover": {
              "value": "0",
              "interval": "Daily"
            },
            "months": {
              "2024-01": "0.00495"
            },
            "years": {
              "2024": "0.00495"
            },
            "undefined": {
              "sharpe_ratio_error": "too_few_observations",
              "sharpe_ratio_adjusted": "too_few_observations",
              "sharpe_ratio_probability": "too_few_observations",
              "min_track_record": "too_few_observations",
              "skewness": "too_few_observations",
              "kurtosis": "too_few_observations"
            }
          },
          "instruments": {
            "binance_spot-btc_usdt": {
              "pnl": "4.95",
              "pnl_realised": "4.95",
              "pnl_unrealised": "0",
              "fees": "0.5",
              "slippage": "0",
              "pnl_return": {
                "value": "0.0022222222222222222222222222",
                "interval": "Daily"
              },
              "sharpe_ratio": {
                "value": "0.2357022603955158414669481214",
                "interval": "Daily"
              },
              "sortino_ratio": {
                "value": "0.7071067811865475244008443642",
                "interval": "Daily"
              },
              "calmar_ratio": {
                "value": "0.49438894891796946345123444",
                "interval": "Daily"
              },
              "pnl_drawdown": {
                "value": "0.005",
                "time_start": "2024-01-02T18:00:00Z",
                "time_end": "2024-01-03T06:00:00Z",
                "duration_ms": 43200000
              },
              "pnl_drawdown_mean": {
                "mean_drawdown": "0.005",
                "mean_duration_ms": 43200000
              },
              "pnl_drawdown_max": {
                "value": "0.005",
                "time_start": "2024-01-02T18:00:00Z",
                "time_end": "2024-01-03T06:00:00Z",
                "duration_ms": 43200000
              },
              "win_rate": "0.5",
              "profit_factor": "1.9801980198019801980198019802",
              "positions_closed": 2,
              "wins": 1,
              "losses": 1,
              "trades": {
                "payoff": "1.9801980198019801980198019802",
                "expectancy": "2.475",
                "system_quality": "0.3289036544850498338870431894",
                "kelly_fraction": "0.2475",
                "largest_win": "10",
                "largest_loss": "-5.05",
                "mean_duration_ms": 0,
                "mean_duration_of_wins_ms": 0,
                "mean_duration_of_losses_ms": 0,
                "winning_streak_max": 1,
                "losing_streak_max": 1,
                "adverse_excursion_mean": null,
                "adverse_excursion_max": null,
                "favourable_excursion_mean": null,
                "favourable_excursion_max": null,
                "long": {
                  "closed": 2,
                  "wins": 1,
                  "losses": 1,
                  "pnl": "4.95"
                },
                "short": {
                  "closed": 0,
                  "wins": 0,
                  "losses": 0,
                  "pnl": "0"
                },
                "undefined": {
                  "adverse_excursion_mean": "not_sampled",
                  "adverse_excursion_max": "not_sampled",
                  "favourable_excursion_mean": "not_sampled",
                  "favourable_excursion_max": "not_sampled"
                }
              },
              "undefined": {}
            }
          },
          "assets": {
            "binance_spot:btc": {
              "balance_end": null,
              "drawdown": null,
              "drawdown_mean": null,
              "drawdown_max": null
            },
            "binance_spot:usdt": {
              "balance_end": {
                "total": "1004.95",
                "free": "1004.95",
                "used": "0"
              },
              "drawdown": {
                "value": "0.005",
                "time_start": "2024-01-01T12:00:00Z",
                "time_end": "2024-01-02T18:00:00Z",
                "duration_ms": 108000000
              },
              "drawdown_mean": {
                "mean_drawdown": "0.005",
                "mean_duration_ms": 108000000
              },
              "drawdown_max": {
                "value": "0.005",
                "time_start": "2024-01-01T12:00:00Z",
                "time_end": "2024-01-02T18:00:00Z",
                "duration_ms": 108000000
              }
            }
          }
        }
        """;
}
