using Barter.Backtest.Recording;
using Barter.Engine;
using Barter.Engine.Audit;
using Barter.Engine.Positions;
using Barter.Model;
using Barter.Statistics;

namespace Barter.Backtest;

/// <summary>Watches a run: counts, digest and summary. Changes nothing in it.</summary>
internal sealed class RunObserver
{
    private readonly EngineState _state;
    private readonly AuditDigest _digest = new();
    private readonly TradingSummaryGenerator _summary;
    private readonly InstrumentSample[] _samples;
    private readonly decimal[] _traded;
    private readonly decimal[] _slippage;
    private readonly Action<string, EngineEvent, EngineStep>? _onStep;
    private readonly string _id;
    private readonly OrderTally _orders = new();
    private readonly SeriesRecorder? _series;
    private Timestamp _now;
    private Timestamp _nextSample;
    private long _marketEvents;
    private long _steps;
    private long _opens;
    private long _cancels;
    private long _fills;
    private long _rejected;
    private long _refused;
    private string? _fault;

    public RunObserver(
        EngineState state, Timestamp start, string id, decimal riskFreeReturn, ReturnInterval interval)
    {
        (_state, _id) = (state, id);
        _summary = new TradingSummaryGenerator(state.Catalog, start, riskFreeReturn, interval);
        _samples = new InstrumentSample[state.Catalog.Instruments.Count];
        _traded = new decimal[state.Catalog.Instruments.Count];
        _slippage = new decimal[state.Catalog.Instruments.Count];
        _nextSample = _summary.NextSampleAt;
    }

    public RunObserver(
        BacktestArgsConstant constant, BacktestArgsDynamic dynamic, EngineState state, Timestamp start)
        : this(state, start, dynamic.Id, dynamic.RiskFreeReturn, constant.SummaryInterval)
    {
        _onStep = constant.OnStep;
        _series = constant.RecordSeries ? new SeriesRecorder(state, _summary.ValuationAsset, start) : null;
    }

    public string ValuationAsset => _summary.ValuationAsset;

    public OrderStatistics Orders => _orders.Statistics;

    public BacktestCounts Counts => new()
    {
        MarketEvents = _marketEvents,
        Steps = _steps,
        OrdersSent = _opens,
        CancelsSent = _cancels,
        Fills = _fills,
        OrdersRejected = _rejected,
        RiskRefusals = _refused,
        Fault = _fault,
    };

    public TradingSummaryGenerator Generator => _summary;

    /// <summary>Called before the event of that time changes the state.</summary>
    public void Before(Timestamp time)
    {
        _now = time;
        _series?.Before(time);
        if (time >= _nextSample)
        {
            Sample(time);
        }
    }

    public void After(in MarketEvent market, in EngineStep step)
    {
        _marketEvents++;
        _series?.After(market);
        _digest.Add(market, step);
        if (_onStep is not null)
        {
            _onStep(_id, new EngineEvent.Market(market), step);
        }

        After(step);
    }

    public void After(EngineEvent cause, in EngineStep step)
    {
        _digest.Add(cause, step);
        _onStep?.Invoke(_id, cause, step);
        After(step);
        if (cause is EngineEvent.Account { Event: var account })
        {
            Hear(account, step);
        }
    }

    /// <summary>How it went until <paramref name="end"/>.</summary>
    public TradingSummary Summarise(Timestamp end)
    {
        Sample(end);
        _summary.UpdateTime(end);
        return _summary.Generate();
    }

    public RunSeries? Series() => _series?.Build();

    public string Digest() => _digest.ToHex();

    private void After(in EngineStep step)
    {
        _steps++;
        if (step.Outputs.Count == 0)
        {
            return;
        }

        foreach (var request in step.Requests)
        {
            if (request is ExecutionRequest.Open { Request: var open })
            {
                _opens++;
                _orders.Sent(open, _now, _state[open.Key.Instrument].Price);
            }
            else
            {
                _cancels++;
            }
        }

        foreach (var output in step.Outputs)
        {
            switch (output)
            {
                case EngineOutput.PositionExit { Position: var exited }:
                    _summary.Update(exited);
                    break;
                case EngineOutput.AlgoOrders { Orders: var orders }:
                    _refused += orders.OpensRefused.Count + orders.CancelsRefused.Count;
                    _orders.Refused(orders);
                    break;
                case EngineOutput.Faulted fault:
                    _fault ??= $"{fault.Part}: {fault.Message}";
                    break;
            }
        }
    }

    private void Hear(AccountEvent account, in EngineStep step)
    {
        _orders.Hear(account, _now);
        switch (account)
        {
            case AccountEvent.Snapshot { Account: var snapshot }:
                foreach (var balance in snapshot.Balances)
                {
                    _summary.Update(balance);
                }

                break;
            case AccountEvent.BalanceSnapshot { Balance: var balance }:
                _summary.Update(balance);
                break;
            case AccountEvent.OrderSnapshot { Order.State: InactiveOrderState.OpenFailed { Error: var error } }
                when !error.LeavesOutcomeUnknown:
                _rejected++;
                break;
            case AccountEvent.Filled { Fill: var fill } when step.IsNews:
                _fills++;
                _series?.After(fill);
                _traded[fill.Instrument.Value] +=
                    _state[fill.Instrument].Instrument.NotionalOf(Math.Abs(fill.Quantity), fill.Price);
                _slippage[fill.Instrument.Value] += Slippage(account.Exchange, fill);
                Sample(step.Time);
                break;
        }
    }

    private void Sample(Timestamp time)
    {
        var instruments = _state.Instruments;
        for (var i = 0; i < _samples.Length; i++)
        {
            var row = instruments[i];
            _samples[i] = new InstrumentSample(
                row.Price, row.Positions.PnlRealised, row.PnlUnrealised, row.Positions.Fees,
                row.Position?.QuantitySigned ?? 0m, _traded[i], _slippage[i]);
        }

        _summary.Sample(time, _samples);
        _nextSample = _summary.NextSampleAt;
    }

    private decimal Slippage(ExchangeIndex exchange, Fill fill)
    {
        var instrument = _state[fill.Instrument].Instrument;
        return _orders.PriceAtDecision(exchange, fill.OrderId) is { } decided
            ? PositionMath.Gross(
                fill.Side, decided, fill.Price, Math.Abs(fill.Quantity), instrument.ContractSize, instrument.IsInverse)
            : 0m;
    }
}
