using Akka.Actor;

namespace Akka.Dispatch;

/// <summary>Asynchronous work inside an actor.</summary>
public static class ActorTaskScheduler
{
    /// <summary>
    /// Runs asynchronous work as part of the current message: no other message is processed before it ends.
    /// </summary>
    /// <exception cref="InvalidOperationException">The caller is no actor that processes a message.</exception>
    public static void RunTask(Func<Task> asyncAction)
    {
        ArgumentNullException.ThrowIfNull(asyncAction);
        var cell = ActorCell.Current
            ?? throw new InvalidOperationException("RunTask must be called by an actor that processes a message");
        cell.RunTask(asyncAction);
    }
}
