using Barter.Actors;
using Barter.Backtest;
using Barter.Backtest.Recording;
using Barter.Cli.Verbs;
using Barter.Execution.Exchanges;
using Barter.Execution.Exchanges.Served;
using Barter.MarketData;
using Barter.Model;

namespace Barter.Cli.Paper;

/// <summary>A running session with what one wants to see of it.</summary>
internal sealed class PaperSession : IAsyncDisposable
{
    /// <summary>How long orders in flight may take to be answered before the session ends without.</summary>
    private static readonly TimeSpan DrainMax = TimeSpan.FromSeconds(5);

    private static readonly IReadOnlyDictionary<ExchangeId, Func<IExecutionClient>> Nowhere =
        new Dictionary<ExchangeId, Func<IExecutionClient>>();

    private readonly PaperRequest _request;
    private readonly BacktestArgsConstant _constant;
    private readonly BacktestArgsDynamic _dynamic;
    private readonly IPaperMarket _market;
    private readonly SystemHandle _handle;
    private readonly FillWatch? _fills;
    private readonly EventRate _rate = new();
    private readonly long _startedAt = TimeProvider.System.GetTimestamp();

    private PaperSession(
        PaperRequest request,
        BacktestArgsConstant constant,
        BacktestArgsDynamic dynamic,
        IPaperMarket market,
        SystemHandle handle,
        FillWatch? fills)
    {
        (_request, _constant, _dynamic) = (request, constant, dynamic);
        (_market, _handle, _fills) = (market, handle, fills);
    }

    /// <summary>What the session was taken up from, if it was.</summary>
    public SessionRecovery? Recovery => _handle.Recovery;

    /// <summary>How much of the recording was read, from 0 to 1; none where its length is not known.</summary>
    public double? Share => _market.Share;

    /// <param name="request">What is asked.</param>
    /// <param name="isWatched">Whether frames are wanted.</param>
    /// <param name="cancellation">Gives up the start.</param>
    public static async Task<PaperSession> StartAsync(
        PaperRequest request, bool isWatched, CancellationToken cancellation)
    {
        if (request.Exchange is not null)
        {
            return await ServedAsync(request, isWatched, cancellation);
        }

        var (constant, dynamic) = request.Run.Prepare();
        var market = new WatchedMarketData(constant.MarketData, request.Speed.Factor);
        try
        {
            return await StartAsync(request, constant, dynamic, market, Nowhere, isWatched, cancellation);
        }
        catch (SystemNotRunningException) when (market.Broken.IsFaulted)
        {
            // What is wrong with the data says more than that the session has stopped
            await market.Broken;
            throw;
        }
    }

    /// <summary>Completes when the recording or the session has ended, or somebody wants it to.</summary>
    /// <returns>Whether it has ended by itself.</returns>
    public async Task<bool> WhenOverAsync(CancellationToken cancellation)
    {
        try
        {
            await Task.WhenAny(_handle.MarketEnded, _market.Broken).WaitAsync(cancellation);
            return true;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>What is to be seen now.</summary>
    /// <exception cref="SystemNotRunningException">The session has stopped.</exception>
    public async Task<PaperFrame> LookAsync(CancellationToken cancellation)
    {
        var state = await _handle.GetStateAsync(cancellation);
        var (events, share) = _market.ProgressAt(state.Time);
        var running = TimeProvider.System.GetElapsedTime(_startedAt);
        return new PaperFrame(_request.Run.Strategy, _request.Exchange ?? _request.Speed.ToString(), state)
        {
            Share = share,
            Events = events,
            EventsPerSecond = _rate.After(running, events),
            Running = running,
            Fills = _fills?.Latest ?? [],
            FillCount = _fills?.Count ?? 0,
            FollowsFills = _fills is { HasLost: false },
        };
    }

    /// <summary>Ends the session, and says how it went.</summary>
    /// <exception cref="MarketDataException">The recording is broken.</exception>
    /// <exception cref="SystemNotRunningException">The session has stopped by itself.</exception>
    public async Task<BacktestResult> FinishAsync()
    {
        if (_market.Broken.IsFaulted)
        {
            await _market.Broken;
        }

        if (_market.IsPaced)
        {
            // A replay does so by itself, at the end of its data
            await _handle.SetTradingEnabledAsync(false);
        }

        var summary = await _handle.ShutdownWithSummaryAsync(drain: DrainMax);
        var asset = summary.TradingSummary.Portfolio?.Currency ?? "";
        return new BacktestResult(
            _dynamic.Id, _request.Run.Strategy, _dynamic.RiskFreeReturn, summary.TradingSummary, summary.AuditDigest,
            summary.Counts, _market.Report)
        {
            StateDigest = _request.Keep is null ? null : summary.StateDigest,
            Orders = summary.Orders,
            Assumptions = RunAssumptions.Of(_constant, _dynamic, asset),
        };
    }

    public ValueTask DisposeAsync() => _handle.DisposeAsync();

    /// <summary>One that trades on an exchange which is served elsewhere, and sees its market.</summary>
    private static async Task<PaperSession> ServedAsync(
        PaperRequest request, bool isWatched, CancellationToken cancellation)
    {
        var address = request.Exchange!;
        await using var exchange = new ServedExchangeClient(address);
        var (constant, dynamic) = request.Run.Prepare(new InMemoryMarketData([], exchange.Name));
        var status = await exchange.GreetAsync(constant.Config.BuildCatalog(), cancellation);
        request.RefuseOthers(constant.Config, status.Exchange);
        var executions = new Dictionary<ExchangeId, Func<IExecutionClient>>
        {
            [status.Exchange] = () => new ServedExchangeClient(address),
        };
        return await StartAsync(
            request, constant, dynamic, new ServedMarket(address, status), executions, isWatched, cancellation);
    }

    private static async Task<PaperSession> StartAsync(
        PaperRequest request,
        BacktestArgsConstant constant,
        BacktestArgsDynamic dynamic,
        IPaperMarket market,
        IReadOnlyDictionary<ExchangeId, Func<IExecutionClient>> executions,
        bool isWatched,
        CancellationToken cancellation)
    {
        var handle = await TradingSystem.StartAsync(
            constant.Config,
            new TradingSystemOptions
            {
                Session = request.Keep?.Session ?? dynamic.Id,
                Journal = request.Keep?.ToSettings(request.Run),
                Audit = isWatched,
                Strategy = dynamic.Strategy,
                Market = market.Feed,
                Executions = executions,
                RiskFreeReturn = dynamic.RiskFreeReturn,
                SummaryInterval = constant.SummaryInterval,
                Settings = PaperSettings.Of(request.Settings, FileLogger.SettingsFor(request.LogPath)),
            },
            cancellation);
        var audit = isWatched ? await handle.TakeAuditAsync(cancellation) : null;
        return new PaperSession(
            request, constant, dynamic, market, handle, audit is null ? null : new FillWatch(audit.Ticks));
    }
}
