using System.Runtime.CompilerServices;
using Akka.Actor;
using Akka.Event;
using Barter.Execution.Exchanges;
using Barter.Model;
using static Barter.Actors.Execution.ExchangeProtocol;

namespace Barter.Actors.Execution;

/// <summary>An exchange somewhere else, as its desk knows exchanges: speaks for its client, and never waits.</summary>
/// <remarks>
/// A request that does not arrive is not answered: the desk sends it again. A link that breaks is told, and opened when
/// the desk connects again.
/// </remarks>
#pragma warning disable CA1001 // An actor ends what it owns in PostStop
internal sealed class RemoteExchangeActor : ReceiveActor
#pragma warning restore CA1001
{
    private readonly ExchangeIndex _index;
    private readonly IExecutionClient _exchange;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly CancellationTokenSource _stopping = new();
    private CancellationTokenSource? _linked;
    private IAsyncEnumerator<AccountReport>? _reports;
    private Task<bool> _reading = Task.FromResult(false);
    private IActorRef? _client;
    private long _link;
    private bool _isDown;

    public RemoteExchangeActor(ExchangeIndex index, Func<IExecutionClient> open)
    {
        (_index, _exchange) = (index, open());
        Receive<Connect>(Open);
        Receive<Heard>(Take, heard => heard.Link == _link);
        Receive<Lost>(Lose, lost => lost.Link == _link);
        Receive<Place>(place => Ask(stop => _exchange.PlaceAsync(place.Request, place.ValidUntil, stop)));
        Receive<Withdraw>(withdraw => Ask(stop => _exchange.CancelAsync(withdraw.Request, stop)));
        Receive<Poll>(Answer);
        Receive<Missed>(Tell, missed => missed.Link == _link);
        Receive<Query>(Answer);
        Receive<Unreached>(failed => _log.Debug("a request did not arrive: {Reason}", failed.Reason));
        ReceiveAny(_ => { });
    }

    protected override void PostStop()
    {
        _stopping.Cancel();
        Unlink();
        _stopping.Dispose();
        _ = _exchange.DisposeAsync().AsTask();
    }

    private void Open(Connect connect)
    {
        Unlink();
        _client = Sender;
        _linked = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        _reports = Reports(_exchange, connect.After, _linked.Token).GetAsyncEnumerator();
        ReadNext();
    }

    /// <summary>Whatever the client does wrong, it does it in here.</summary>
    private static async IAsyncEnumerable<AccountReport> Reports(
        IExecutionClient exchange, long after, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var report in exchange.ReportsAsync(after, stop))
        {
            yield return report;
        }
    }

    private void ReadNext()
    {
        var link = _link;
        _reading = _reports!.MoveNextAsync().AsTask();
        _ = _reading.PipeTo(
            Self,
            success: hasMore => hasMore ? new Heard(link) : new Lost(link, "it ended"),
            failure: cause => new Lost(link, cause.Message));
    }

    private void Take(Heard heard)
    {
        if (_isDown)
        {
            _isDown = false;
            _log.Info("the link to {Exchange} is back", _exchange.Name);
        }

        var report = _reports!.Current;
        _client?.Tell(new Told(report.Number, report.Event));
        ReadNext();
    }

    private void Lose(Lost lost)
    {
        if (!_isDown)
        {
            _isDown = true;
            _log.Warning("the link to {Exchange} is down: {Reason}", _exchange.Name, lost.Reason);
        }

        Unlink();
        _client?.Tell(new LinkBroken());
    }

    /// <summary>What is still read of a link that was given up is of no interest.</summary>
    private void Unlink()
    {
        _link++;
        if (_reports is { } reports && _linked is { } linked)
        {
            linked.Cancel();
            _ = CloseAsync(reports, _reading, linked);
        }

        (_reports, _linked) = (null, null);
    }

    private static async Task CloseAsync(
        IAsyncEnumerator<AccountReport> reports, Task reading, CancellationTokenSource linked)
    {
        try
        {
            await reading;
        }
#pragma warning disable CA1031 // The reading was given up, and why it ended was told where that mattered
        catch (Exception)
#pragma warning restore CA1031
        {
        }

        await reports.DisposeAsync();
        linked.Dispose();
    }

    /// <summary>That it arrived says nothing yet; what becomes of it is a report.</summary>
    private void Ask(Func<CancellationToken, Task> ask) =>
        _ = CallAsync(ask).PipeTo(Self, failure: cause => new Unreached(cause.Message));

    private void Answer(Poll poll)
    {
        if (_reports is null)
        {
            Sender.Tell(new LinkBroken());
            return;
        }

        var link = _link;
        _ = CallAsync(stop => _exchange.MissedAsync(poll.After, stop)).PipeTo(
            Self,
            success: missed => new Missed(link, missed),
            failure: cause => new Unreached(cause.Message));
    }

    private void Answer(Query query) => _ = CallAsync(stop => AskAsync(query, stop)).PipeTo(
        Sender,
        Self,
        success: account => new Evidence(account),
        failure: _ => new LinkBroken());

    /// <summary>Single orders last: one that rested at first may be found filled then, never the other way.</summary>
    private async Task<AccountEvidence> AskAsync(Query query, CancellationToken stop)
    {
        var account = await _exchange.AccountAsync(stop);
        var fills = await _exchange.FillsAsync(query.FillsSince, stop);
        var orders = new List<OrderAnswer>();
        foreach (var (key, validUntil) in query.Orders)
        {
            orders.Add(new OrderAnswer(key, await _exchange.FindAsync(key.ClientOrderId, stop), validUntil));
        }

        return new AccountEvidence(
            _index, account.Time, account.Account, fills, query.FillsSince, orders.ToValueList(), null);
    }

    private void Tell(Missed missed)
    {
        foreach (var (number, told) in missed.Reports)
        {
            _client?.Tell(new Told(number, told));
        }
    }

    private async Task CallAsync(Func<CancellationToken, Task> call) => await call(_stopping.Token);

    private async Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call) => await call(_stopping.Token);

    internal sealed record Heard(long Link) : IDeadLetterSuppression;

    internal sealed record Lost(long Link, string Reason) : IDeadLetterSuppression;

    internal sealed record Missed(long Link, ValueList<AccountReport> Reports) : IDeadLetterSuppression;

    internal sealed record Unreached(string Reason) : IDeadLetterSuppression;
}
