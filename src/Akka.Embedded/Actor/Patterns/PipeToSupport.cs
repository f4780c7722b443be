namespace Akka.Actor;

/// <summary>Tells an actor how a task went.</summary>
public static class PipeToSupport
{
    /// <param name="taskToPipe">Its result is told; a failure as <see cref="Status.Failure"/>.</param>
    /// <param name="recipient">Who is told.</param>
    /// <param name="sender">As whom; null for nobody.</param>
    /// <param name="success">Makes the message from the result.</param>
    /// <param name="failure">Makes the message from the exception.</param>
    /// <returns>A task that ends when the recipient was told; it does not fail.</returns>
    public static Task PipeTo<T>(
        this Task<T> taskToPipe,
        ICanTell recipient,
        IActorRef? sender = null,
        Func<T, object>? success = null,
        Func<Exception, object>? failure = null) =>
        Pipe(taskToPipe, recipient, sender, () => Of(taskToPipe.Result, success), failure);

    /// <summary>
    /// As for a task with a result; nothing is told on success unless <paramref name="success"/> makes a message.
    /// </summary>
    public static Task PipeTo(
        this Task taskToPipe,
        ICanTell recipient,
        IActorRef? sender = null,
        Func<object>? success = null,
        Func<Exception, object>? failure = null) =>
        Pipe(taskToPipe, recipient, sender, () => success?.Invoke(), failure);

    private static object? Of<T>(T result, Func<T, object>? success) => success is null ? result : success(result);

    private static Task Pipe(
        Task task, ICanTell recipient, IActorRef? sender, Func<object?> success, Func<Exception, object>? failure)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        return task.ContinueWith(
            ended =>
            {
                if (Dispatch.ActorTask.FailureOf(ended) is { } cause)
                {
                    recipient.Tell(failure is null ? new Status.Failure(cause) : failure(cause), sender);
                }
                else if (success() is { } message)
                {
                    recipient.Tell(message, sender);
                }
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }
}
