using System.Diagnostics;
using Barter.Actors;
using Barter.Cli.Serving;
using Barter.Execution.Exchanges.Served;
using Barter.Journal;
using Barter.Model;

namespace Barter.Cli.Chaos;

/// <summary>Kills a session again and again, and looks what it has made of that in the end.</summary>
internal sealed class ChaosRun(ChaosPlan plan)
{
    /// <summary>Nothing waits for an activity that does not come.</summary>
    private static readonly TimeSpan PatienceMax = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RunningMax = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan EndingMax = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan RestMax = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LookForRest = TimeSpan.FromMilliseconds(100);
    private const int WrittenMax = 20_000;
    private const int ReportsMax = 40;

    private readonly KillDice _dice = new(plan.Seed);
    private readonly Dictionary<KillMoment, int> _kills = [];
    private readonly List<TimeSpan> _readyAfter = [];
    private int _ends;
    private int _torn;
    private long _recovered;

    /// <summary>How many kills are done, of all.</summary>
    public double Share => (double)_kills.Values.Sum() / plan.Kills;

    public async Task<ChaosResult> RunAsync(CancellationToken cancellation)
    {
        var startedAt = Stopwatch.GetTimestamp();
        await using var exchange = await ChaosExchange.StartAsync(plan, cancellation);
        SessionEnd? last = null;
        var differences = new List<string>();
        try
        {
            while (_kills.Values.Sum() < plan.Kills)
            {
                await LiveAsync(exchange, cancellation);
            }

            last = await EndAsync(exchange, cancellation);
        }
        catch (ChaosException failed)
        {
            var isOver = (await exchange.StatusAsync(cancellation)).MarketState == MarketPlay.Over;
            differences.Add(string.Create(
                null,
                $"{(isOver ? "the market was over after" : "after")} {_kills.Values.Sum()} kills: {failed.Message}"));
        }

        return Result(await exchange.BookAsync(cancellation), last, differences, Stopwatch.GetElapsedTime(startedAt));
    }

    private ChaosResult Result(ServedBook book, SessionEnd? last, List<string> differences, TimeSpan took)
    {
        var journal = new JournalBook();
        JournalFile.Read(Disk(), journal);
        if (last is not null)
        {
            var replayed = JournalReplay.Run(Disk());
            differences.AddRange(replayed.Difference is { } other
                ? [$"a replay of the journal does not do the same: {other}"]
                : new ChaosAudit(book, journal).Compare(replayed.Replica, last));
        }

        return new ChaosResult(plan.Seed, plan.FaultSeed, plan.Strategy, plan.Directory)
        {
            Kills = _kills,
            Ends = _ends,
            Torn = _torn,
            Orders = book.Orders.Count,
            Intents = journal.Intents.Count,
            Fills = book.Fills.Count,
            Resends = book.Resends,
            Recovered = _recovered,
            ReadyAfter = _readyAfter.ToValueList(),
            Took = took,
            Differences = differences.ToValueList(),
        };
    }

    private IJournalDisk Disk() => JournalDisk.At(Path.Combine(plan.JournalPath, ChaosPlan.Session));

    private async Task LiveAsync(ChaosExchange exchange, CancellationToken cancellation)
    {
        var (moment, share) = _dice.Next();
        using var session = ChaosSession.Start(plan, exchange.Address);
        if (moment == KillMoment.Starting)
        {
            await Task.Delay(share * UsualStart(), cancellation);
        }
        else
        {
            await session.ReadyAsync(cancellation);
            Note(session);
            await UntilAsync(moment, share, session, exchange, cancellation);
        }

        if (moment == KillMoment.Ending && session.HasExited)
        {
            await session.EndAsync(cancellation);
            _ends++;
            return;
        }

        await session.KillAsync(cancellation);
        _kills[moment] = _kills.GetValueOrDefault(moment) + 1;
    }

    private async Task UntilAsync(
        KillMoment moment, double share, ChaosSession session, ChaosExchange exchange, CancellationToken cancellation)
    {
        switch (moment)
        {
            case KillMoment.Writing:
                var written = Written() + (share * WrittenMax);
                await WhenAsync(() => Task.FromResult(Written() > written), cancellation);
                break;
            case KillMoment.Trading:
                var told = (await exchange.StatusAsync(cancellation)).LastReport + (share * ReportsMax);
                await WhenAsync(
                    async () => (await exchange.StatusAsync(cancellation)).LastReport > told, cancellation);
                break;
            case KillMoment.Running:
                await Task.Delay(share * RunningMax, cancellation);
                break;
            case KillMoment.Ending:
                session.Ask();
                await Task.Delay(share * EndingMax, cancellation);
                break;
        }
    }

    /// <summary>Lets the market stand still, waits until the session has heard of everything, and ends it.</summary>
    private async Task<SessionEnd> EndAsync(ChaosExchange exchange, CancellationToken cancellation)
    {
        using var session = ChaosSession.Start(plan, exchange.Address);
        await session.ReadyAsync(cancellation);
        Note(session);
        await Task.Delay(RunningMax, cancellation);
        await exchange.StopMarketAsync(cancellation);
        await RestAsync(exchange, cancellation);
        session.Ask();
        return await session.EndAsync(cancellation);
    }

    /// <summary>At rest is who has heard all and says nothing for a while; who is never is told by the audit.</summary>
    private async Task RestAsync(ChaosExchange exchange, CancellationToken cancellation)
    {
        using var follower = new JournalFollower(Disk(), TimeProvider.System, LookForRest);
        var journal = new JournalBook();
        var startedAt = Stopwatch.GetTimestamp();
        for (var quiet = 0; quiet < 3 && Stopwatch.GetElapsedTime(startedAt) < RestMax;)
        {
            await Task.Delay(LookForRest, cancellation);
            var (entries, status) = (follower.Poll(journal), await exchange.StatusAsync(cancellation));
            quiet = entries == 0 && status.LastReport == journal.LastReport ? quiet + 1 : 0;
        }
    }

    private void Note(ChaosSession session)
    {
        _recovered += session.Recovered;
        _torn += session.FoundTorn ? 1 : 0;
        if (session.ReadyAfter is { } after)
        {
            _readyAfter.Add(after);
        }
    }

    /// <summary>The usual time of the starts so far.</summary>
    private TimeSpan UsualStart() => _readyAfter.Count == 0
        ? TimeSpan.FromSeconds(1)
        : _readyAfter.Order().ElementAt(_readyAfter.Count / 2);

    private long Written() => Directory.EnumerateFiles(Path.Combine(plan.JournalPath, ChaosPlan.Session), "*.journal")
        .Sum(path => new FileInfo(path).Length);

    private static async Task WhenAsync(Func<Task<bool>> isSo, CancellationToken cancellation)
    {
        var startedAt = Stopwatch.GetTimestamp();
        while (!await isSo() && Stopwatch.GetElapsedTime(startedAt) < PatienceMax)
        {
            await Task.Delay(Look, cancellation);
        }
    }
}
