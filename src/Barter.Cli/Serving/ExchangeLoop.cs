using System.Threading.Channels;
using Barter.Execution.Exchanges;
using Barter.Execution.Exchanges.Served;
using Barter.Execution.Simulation;
using Barter.Model;

namespace Barter.Cli.Serving;

/// <summary>The one who may touch a served exchange: lets its market happen, and does what others ask for.</summary>
internal sealed class ExchangeLoop : IDisposable
{
    /// <summary>Batches that a watcher may have before it.</summary>
    public const int WatcherCapacity = 1024;

    private const int BatchMax = 256;

    // A second is a million ids, so that one who is started again gives out no id a second time
    private const long IdsPerSecond = 1_000_000;

    private readonly ExchangePlan _plan;
    private readonly ExchangeClock _clock;
    private readonly SimulatedAccount _account;
    private readonly MarketTape _tape;
    private readonly Channel<Action> _inbox = Channel.CreateUnbounded<Action>(new() { SingleReader = true });
    private readonly Queue<(Timestamp Due, Action Deed)> _arriving = new();
    private readonly Queue<(Timestamp Due, long Number)> _leaving = new();
    private readonly List<MarketEvent> _seen = [];
    private readonly List<Channel<byte[]>> _watchers = [];
    private readonly ITimer _alarm;
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Timestamp _now;
    private long _sent;
    private MarketPlay _play = MarketPlay.Waiting;

    public ExchangeLoop(ExchangePlan plan, Timestamp start, TimeProvider time)
    {
        (_plan, _now) = (plan, start);
        _clock = new ExchangeClock(time, start, plan.Speed ?? 1);
        _tape = new MarketTape(plan.Market);
        var firstId = time.GetUtcNow().ToUnixTimeSeconds() * IdsPerSecond;
        var link = plan.Link with
        {
            Settings = plan.Link.Settings with { LastOrderNumber = firstId, LastTradeNumber = firstId },
        };
        _account = new SimulatedAccount(plan.Link.Exchange, link.Build(plan.Catalog));
        _alarm = time.CreateTimer(
            _ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The last report that may be told; those behind it are still on their way.</summary>
    public long Told { get; private set; }

    public ExchangeStatus Status => new(
        _plan.Exchange,
        ExchangeWire.DigestOf(_plan.Catalog),
        _now,
        (decimal?)_plan.Speed,
        _tape.Count,
        _play,
        _account.Last);

    /// <summary>Completes with what comes after all that was told by now.</summary>
    public Task News => _news.Task;

    /// <summary>Runs until it is stopped, or the recording is broken.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        if (!_plan.Waits)
        {
            Start();
        }

        while (!stop.IsCancellationRequested)
        {
            Advance();
            while (_inbox.Reader.TryRead(out var deed))
            {
                deed();
            }

            Advance();
            SetAlarm();
            await _inbox.Reader.WaitToReadAsync(stop);
        }
    }

    /// <summary>Lets the loop do something, and tells how it went.</summary>
    public Task<T> DoAsync<T>(Func<SimulatedAccount, Timestamp, T> deed)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _inbox.Writer.TryWrite(() => Do(deed, done));
        return done.Task;
    }

    /// <summary>The same for a request, which takes its time to arrive.</summary>
    public Task<T> RequestAsync<T>(Func<SimulatedAccount, Timestamp, T> deed)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _inbox.Writer.TryWrite(() => _arriving.Enqueue((Later(_plan.Link.RequestNanos), () => Do(deed, done))));
        return done.Task;
    }

    /// <summary>From now on market events go there, until it is full or the recording is over.</summary>
    public void Watch(Channel<byte[]> watcher) => _inbox.Writer.TryWrite(() =>
    {
        if (_play == MarketPlay.Over)
        {
            watcher.Writer.TryComplete();
            return;
        }

        _watchers.Add(watcher);
        Start();
    });

    /// <summary>Nothing happens in the market any more; requests are taken and answered as before.</summary>
    public Task StopMarketAsync() => DoAsync((_, _) =>
    {
        Publish();
        return _play = _play == MarketPlay.Over ? MarketPlay.Over : MarketPlay.Stopped;
    });

    /// <summary>To be called when a watcher has room again.</summary>
    public void Wake() => _inbox.Writer.TryWrite(static () => { });

    public void Dispose()
    {
        _alarm.Dispose();
        _tape.Dispose();
    }

    private void Start()
    {
        if (_play == MarketPlay.Waiting)
        {
            _play = MarketPlay.Playing;
            _clock.Start();
        }
    }

    private void Do<T>(Func<SimulatedAccount, Timestamp, T> deed, TaskCompletionSource<T> done)
    {
        try
        {
            done.SetResult(deed(_account, _now));
            Send();
        }
#pragma warning disable CA1031 // Whoever asked hears it, and the exchange goes on
        catch (Exception failure)
#pragma warning restore CA1031
        {
            done.TrySetException(failure);
        }
    }

    /// <summary>Everything that is due by now, in the order of time.</summary>
    private void Advance()
    {
        var now = _plan.Speed is null ? _now : _clock.Now;
        for (var steps = 0; steps < BatchMax; steps++)
        {
            var request = _arriving.TryPeek(out var arriving) ? arriving.Due : (Timestamp?)null;
            var market = NextMarket();
            if (request <= now && (market is null || request <= market))
            {
                MoveTo(request.Value);
                _arriving.Dequeue().Deed();
            }
            else if (market is { } at && (_plan.Speed is null || at <= now))
            {
                MoveTo(at);
                Happen();
            }
            else
            {
                MoveTo(now);
                break;
            }
        }

        _account.Expire(_now);
        Send();
        Publish();
        TellNews();
    }

    private Timestamp? NextMarket()
    {
        if (_play != MarketPlay.Playing || (_plan.Speed is null && !HasRoom()))
        {
            return null;
        }

        if (_tape.TryPeek(out var next))
        {
            return next.IsReconnecting ? _now : next.TimeExchange;
        }

        Publish();
        _play = MarketPlay.Over;
        _watchers.ForEach(watcher => watcher.Writer.TryComplete());
        _watchers.Clear();
        return null;
    }

    private void Happen()
    {
        _tape.TryPeek(out var seen);
        _tape.Take();
        _account.See(seen, _now);
        _seen.Add(seen);
        Send();
    }

    private void MoveTo(Timestamp time) => _now = Timestamp.Max(_now, time);

    /// <summary>What is reported by now leaves, and takes its time.</summary>
    private void Send()
    {
        for (_sent = Math.Max(_sent, _account.Forgotten); _sent < _account.Last;)
        {
            _leaving.Enqueue((Later(_plan.Link.ReportNanos), ++_sent));
        }
    }

    /// <summary>Where time stands still nothing takes any.</summary>
    private Timestamp Later(long nanos) =>
        _plan.Speed is null || _play == MarketPlay.Waiting ? _now : _now.AddNanos(nanos);

    private void TellNews()
    {
        var told = Told;
        Told = Math.Max(Told, _account.Forgotten);
        while (_leaving.TryPeek(out var leaving) && leaving.Due <= _now)
        {
            Told = Math.Max(Told, _leaving.Dequeue().Number);
        }

        if (Told > told)
        {
            var news = _news;
            _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            news.SetResult();
        }
    }

    private bool HasRoom() => _watchers.TrueForAll(watcher => watcher.Reader.Count < WatcherCapacity);

    private void Publish()
    {
        if (_seen.Count > 0 && _watchers.Count > 0)
        {
            var batch = ExchangeWire.Market(_seen.ToArray());
            _watchers.RemoveAll(watcher => !watcher.Writer.TryWrite(batch) && watcher.Writer.TryComplete(
                new ExecutionClientException("it reads too slowly")));
        }

        _seen.Clear();
    }

    private void SetAlarm()
    {
        if (_plan.Speed is null)
        {
            if (NextMarket() is not null || _arriving.Count > 0)
            {
                Wake();
            }

            return;
        }

        var next = new[]
        {
            _arriving.TryPeek(out var arriving) ? arriving.Due : (Timestamp?)null,
            _leaving.TryPeek(out var leaving) ? leaving.Due : null,
            NextMarket(),
            _account.Exchange.NextExpiry,
        }.Min();
        if (next is { } due)
        {
            _alarm.Change(_clock.Until(due), Timeout.InfiniteTimeSpan);
        }
    }
}
