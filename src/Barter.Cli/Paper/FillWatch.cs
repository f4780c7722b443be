using System.Threading.Channels;
using Barter.Actors;
using Barter.Engine.Audit;
using Barter.Model;

namespace Barter.Cli.Paper;

/// <summary>Follows the audit of a session for its fills.</summary>
internal sealed class FillWatch
{
    private const int LatestMax = 50;

    private readonly Lock _gate = new();
    private readonly LinkedList<Fill> _latest = [];

    public FillWatch(ChannelReader<AuditTick> ticks) => _ = FollowAsync(ticks);

    public long Count { get; private set; }

    /// <summary>Whether the session was too fast to be followed.</summary>
    public bool HasLost { get; private set; }

    /// <summary>The newest first.</summary>
    public ValueList<Fill> Latest
    {
        get
        {
            lock (_gate)
            {
                return _latest.ToValueList();
            }
        }
    }

    private async Task FollowAsync(ChannelReader<AuditTick> ticks)
    {
        try
        {
            await foreach (var tick in ticks.ReadAllAsync())
            {
                if (tick.Event is AuditEvent.Processed
                    {
                        Event: EngineEvent.Account { Event: AccountEvent.Filled { Fill: var fill } },
                        IsNews: true,
                    })
                {
                    Add(fill);
                }
            }
        }
        catch (AuditLaggedException)
        {
            HasLost = true;
        }
    }

    private void Add(Fill fill)
    {
        lock (_gate)
        {
            Count++;
            _latest.AddFirst(fill);
            if (_latest.Count > LatestMax)
            {
                _latest.RemoveLast();
            }
        }
    }
}
