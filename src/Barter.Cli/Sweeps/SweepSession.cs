using System.Diagnostics;
using Barter.Backtest;
using Barter.Backtest.Sweeps;
using Barter.Cli.Terminal;
using Barter.Engine.Strategies;
using Barter.MarketData;
using Barter.Model;

namespace Barter.Cli.Sweeps;

/// <summary>The runs of a sweep: those that the store does not know yet.</summary>
internal sealed class SweepSession(
    SweepRequest request,
    SweepStore store,
    BacktestArgsConstant constant,
    decimal riskFreeReturn,
    CliConsole console,
    bool isVerbose)
{
    private const string Grid = "grid";

    private readonly Stopwatch _watch = new();
    private int _done;
    private int _ran;
    private int _all;

    /// <summary>How many runs were made, rather than found.</summary>
    public int Ran => Volatile.Read(ref _ran);

    public TimeSpan Took => _watch.Elapsed;

    /// <summary>Every combination over all the data.</summary>
    public Task<IReadOnlyList<SweepTrial>> RunAsync(
        IReadOnlyList<ValueList<string>> combinations, CancellationToken cancellation)
    {
        _all = combinations.Count;
        return WatchAsync(() => StageAsync(Grid, constant, combinations, cancellation));
    }

    /// <summary>Every combination in every window, and the best of it in the test.</summary>
    public Task<IReadOnlyList<WalkForwardFold>> WalkAsync(
        SweepSpace space,
        IReadOnlyList<ValueList<string>> combinations,
        IReadOnlyList<WalkForwardWindow> windows,
        CancellationToken cancellation)
    {
        _all = windows.Count * (combinations.Count + 1);
        return WatchAsync<IReadOnlyList<WalkForwardFold>>(async () =>
        {
            var folds = new List<WalkForwardFold>();
            foreach (var window in windows)
            {
                var trained = await StageAsync(
                    $"train {window.Start}", Between(window.Start, window.Split), combinations, cancellation);
                var winner = Sweep.Ranked(trained, request.Rank)[0];
                var tested = await StageAsync(
                    $"test {window.Split}", Between(window.Split, window.End), [winner.Parameters], cancellation);
                folds.Add(new WalkForwardFold(
                    window, winner, new SweepVerdict(space, trained, request.Rank), tested[0]));
            }

            return folds;
        });
    }

    private async Task<T> WatchAsync<T>(Func<Task<T>> work)
    {
        _watch.Start();
        try
        {
            return await ProgressBar.WatchAsync(
                console,
                () => string.Create(
                    null, $"{Volatile.Read(ref _done):N0} of {_all:N0} runs, {Ran / Seconds:N1}/s"),
                () => (double)Volatile.Read(ref _done) / _all,
                Task.Run(work));
        }
        catch (OperationCanceledException)
        {
            console.Say($"{store.Path} keeps {_done} of {_all} runs; the same command goes on there");
            throw;
        }
        finally
        {
            _watch.Stop();
        }
    }

    private double Seconds => Math.Max(0.001, _watch.Elapsed.TotalSeconds);

    private BacktestArgsConstant Between(Timestamp start, Timestamp end) => new(
        constant.Config, ((InMemoryMarketData)constant.MarketData).Between(start, end), constant.SummaryInterval)
    {
        Span = (start, end),
    };

    private async Task<IReadOnlyList<SweepTrial>> StageAsync(
        string stage,
        BacktestArgsConstant data,
        IReadOnlyList<ValueList<string>> combinations,
        CancellationToken cancellation)
    {
        var known = store.Trials(stage);
        var missing = combinations.Where(combination => !known.ContainsKey(combination)).ToArray();
        Interlocked.Add(ref _done, combinations.Count - missing.Length);
        var made = await Sweep.RunAsync(data, missing, Arguments, request.Jobs, Keep, cancellation);
        var all = made.ToDictionary(trial => trial.Parameters);
        return [.. combinations.Select(row => known.TryGetValue(row, out var trial) ? trial : all[row])];

        void Keep(SweepTrial trial)
        {
            store.Put(stage, trial);
            Interlocked.Increment(ref _ran);
            var done = Interlocked.Increment(ref _done);
            if (isVerbose)
            {
                console.Say($"run {done} of {_all}: {string.Join(' ', trial.Parameters)}");
            }
        }
    }

    private BacktestArgsDynamic Arguments(ValueList<string> parameters) => new(
        request.Run.Id, riskFreeReturn, () => ShippedStrategies.Create(request.Run.Strategy, parameters))
    {
        Parameters = parameters,
    };
}
