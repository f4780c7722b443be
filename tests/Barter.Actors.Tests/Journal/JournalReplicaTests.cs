using Barter.Configuration;
using Barter.Engine.Audit;
using Barter.Engine.Strategies;
using Barter.Journal;
using Barter.MarketData;

namespace Barter.Actors.Tests.Journal;

[Trait("Category", "Integration")]
public sealed class JournalReplicaTests : IDisposable
{
    private const string Session = "followed";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("barter-replica-");
    private readonly SystemConfig _config = SystemConfig.Load(Repository.File("data/config/spot.json"));

    private IJournalDisk Disk => JournalDisk.At(Path.Combine(_folder.FullName, Session));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_follower_of_a_running_session_holds_its_state_at_the_end()
    {
        var replica = new JournalReplica();
        var looks = 0;
        var looked = new TaskCompletionSource();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var following = replica.FollowAsync(
            Disk, TimeProvider.System, TimeSpan.FromMilliseconds(1), _ => Look(), limit.Token);

        var (summary, audited) = await RunAsync("ema-cross", looked.Task.WaitAsync(limit.Token));
        await following;

        Assert.True(looks > 1, "it only saw the end");
        Assert.Equal(summary.AuditDigest, replica.AuditDigest);
        Assert.Equal(StateDigest.Describe(audited.State), StateDigest.Describe(replica.State));
        Assert.Equal(StateDigest.Of(audited.State), replica.StateDigest);
        Assert.Equal("Shutdown: it was shut down", replica.EndedReason);
        Assert.True(replica.Summarise().Counts.OrdersSent > 50);

        void Look()
        {
            looks++;
            looked.TrySetResult();
        }
    }

    [Fact]
    public async Task A_replay_with_another_strategy_stops_at_the_first_order_that_is_another()
    {
        await RunAsync("ema-cross");

        var same = JournalReplay.Run(Disk);
        var other = JournalReplay.Run(
            Disk,
            new ReplayOptions { Strategy = _ => ShippedStrategies.Create("ema-cross", ["slow=150", "notional=900"]) });

        Assert.True(same.IsIdentical);
        var then = Assert.IsType<ExecutionRequest.Open>(other.Difference!.Then);
        var instead = Assert.IsType<ExecutionRequest.Open>(other.Difference.Instead);
        Assert.Equal(then.Key, instead.Key);
        Assert.True(instead.Request.Quantity < then.Request.Quantity);
        Assert.Equal(other.Replica.Entries, other.Difference.Entry);
        Assert.True(other.Difference.CauseEntry < other.Difference.Entry);
    }

    [Fact]
    public async Task The_plan_of_a_session_says_what_it_was_begun_with()
    {
        await RunAsync("ema-cross");

        var plan = JournalReplay.Run(Disk).Replica.Plan!;

        Assert.Equal((Session, "ema-cross"), (plan.Session, plan.Strategy));
        Assert.Equal(["slow=150"], plan.Parameters);
        Assert.Equal(_config.ToJson(), plan.Config.ToJson());
        Assert.Empty(plan.Remotes);
    }

    [Fact]
    public async Task Who_waits_for_a_session_that_does_not_begin_can_leave()
    {
        using var leave = new CancellationTokenSource();
        var following = new JournalReplica().FollowAsync(
            Disk, TimeProvider.System, TimeSpan.FromMilliseconds(1), cancellationToken: leave.Token);

        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following);
    }

    [Fact]
    public void Nothing_can_be_asked_before_the_session_began()
    {
        var replica = new JournalReplica();

        Assert.Equal((0L, null), (replica.Entries, replica.Plan));
        Assert.Throws<InvalidOperationException>(() => replica.State);
        var early = Assert.Throws<SessionRecoveryException>(
            () => replica.Entry(3, new JournalEntry.MarketRead(default, 1)));
        Assert.Equal(3, early.Entry);
    }

    /// <summary>Runs a day in a second or two, and follows its audit.</summary>
    /// <param name="strategy">Who trades.</param>
    /// <param name="beforeTheEnd">What must have happened before it is shut down; null for nothing.</param>
    private async Task<(SystemSummary Summary, AuditReplica Audited)> RunAsync(
        string strategy, Task? beforeTheEnd = null)
    {
        string[] parameters = ["slow=150"];
        var source = new RecordedMarketData(Repository.File("data/markets/day.json.gz"), _config.BuildCatalog());
        await using var handle = await TradingSystem.StartAsync(_config, new TradingSystemOptions
        {
            Session = Session,
            Audit = true,
            Market = MarketFeed.Paced(source, 40_000),
            Strategy = () => ShippedStrategies.Create(strategy, parameters),
            Journal = JournalSettings.At(_folder.FullName) with { Strategy = strategy, Parameters = [.. parameters] },
        });
        var audit = (await handle.TakeAuditAsync())!;
        var audited = audit.NewReplica();
        var reading = ReadAsync(audit, audited);
        await handle.MarketEnded;
        await (beforeTheEnd ?? Task.CompletedTask);
        var summary = await handle.ShutdownWithSummaryAsync(drain: TimeSpan.FromSeconds(5));
        await reading;
        return (summary, audited);
    }

    private static async Task ReadAsync(AuditSubscription audit, AuditReplica audited)
    {
        await foreach (var tick in audit.Ticks.ReadAllAsync())
        {
            audited.Apply(tick);
        }
    }
}
