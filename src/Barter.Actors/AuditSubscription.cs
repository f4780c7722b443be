using System.Threading.Channels;
using Barter.Engine;
using Barter.Engine.Audit;

namespace Barter.Actors;

/// <summary>
/// The audit of a system from a moment on: the state then, and every step since, in order and without gaps.
/// </summary>
/// <remarks>
/// A reader that falls behind by more than the capacity is let go: its stream ends with
/// <see cref="AuditLaggedException"/>.
/// </remarks>
public sealed class AuditSubscription : IDisposable
{
    private readonly Channel<AuditTick> _ticks;

    internal AuditSubscription(ulong next, EngineState state, int capacity)
    {
        (NextSequence, State) = (next, state);
        _ticks = Channel.CreateBounded<AuditTick>(new BoundedChannelOptions(capacity) { SingleReader = false });
    }

    /// <summary>The number of the first tick.</summary>
    public ulong NextSequence { get; }

    /// <summary>The state before it.</summary>
    public EngineState State { get; }

    /// <summary>Ticks as they come; ends after the last step of the system.</summary>
    public ChannelReader<AuditTick> Ticks => _ticks.Reader;

    /// <summary>A second state that follows the ticks.</summary>
    public AuditReplica NewReplica() => new(State, NextSequence == 0 ? null : NextSequence - 1);

    /// <summary>Reads no more; the system goes on without.</summary>
    public void Dispose() => _ticks.Writer.TryComplete();

    public override string ToString() =>
        $"AuditSubscription(next={NextSequence}, ended={(Ticks.Completion.IsCompleted ? "true" : "false")})";

    /// <returns>False when there is no reader any more.</returns>
    internal bool TryPublish(AuditTick tick) => _ticks.Writer.TryWrite(tick);

    /// <returns>False when it was the reader who went.</returns>
    internal bool TryLetGo(AuditTick tick) =>
        _ticks.Writer.TryComplete(new AuditLaggedException(tick.Context.Sequence));

    internal void Finish() => _ticks.Writer.TryComplete();
}
