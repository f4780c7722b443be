using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>Stopping with an answer.</summary>
public static class GracefulStopSupport
{
    /// <summary>Stops an actor once it has processed what was told before.</summary>
    /// <exception cref="TaskCanceledException">In the task: it had not stopped in time.</exception>
    public static Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout) =>
        GracefulStop(target, timeout, PoisonPill.Instance);

    /// <param name="target">Who is to stop.</param>
    /// <param name="timeout">How long that may take.</param>
    /// <param name="stopMessage">Told instead of a <see cref="PoisonPill"/>.</param>
    public static async Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout, object stopMessage)
    {
        var reference = InternalActorRef.Of(target);
        var ended = new FutureRef<object>(Futures.SystemOf(target));
        var watching = new Watching(reference, ended, stopMessage);
        var watch = ended.Ask(watching, stopMessage, timeout, CancellationToken.None);
        try
        {
            await watch.ConfigureAwait(false);
            return true;
        }
        catch (AskTimeoutException late)
        {
            throw new TaskCanceledException($"{target} did not stop within {timeout}", late);
        }
        finally
        {
            reference.SendSystem(new SystemMessage.Unwatch(target, ended));
        }
    }

    /// <summary>Told to stop only after the watch is on its way, so that the end cannot be missed.</summary>
    private sealed class Watching(InternalActorRef target, InternalActorRef watcher, object stopMessage) : ICanTell
    {
        public void Tell(object message, IActorRef? sender)
        {
            target.SendSystem(new SystemMessage.Watch(target, watcher));
            target.Tell(stopMessage, ActorRefs.NoSender);
        }

        public override string ToString() => $"GracefulStop of {target}";
    }
}
