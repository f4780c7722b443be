namespace Akka.Actor;

/// <summary>Questions: a message whose answer is a task.</summary>
public static class Futures
{
    /// <summary>Asks for an answer of any type.</summary>
    public static Task<object> Ask(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<object>(message, timeout, CancellationToken.None);

    public static Task<object> Ask(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<object>(message, null, cancellationToken);

    public static Task<object> Ask(
        this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken) =>
        self.Ask<object>(message, timeout, cancellationToken);

    public static Task<T> Ask<T>(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<T>(message, timeout, CancellationToken.None);

    public static Task<T> Ask<T>(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<T>(message, null, cancellationToken);

    /// <summary>
    /// Tells the message; the task ends with the answer, or fails with what a <see cref="Status.Failure"/> carries.
    /// </summary>
    /// <param name="self">Who is asked.</param>
    /// <param name="message">The question.</param>
    /// <param name="timeout">Null for <c>akka.actor.ask-timeout</c>.</param>
    /// <param name="cancellationToken">Ends the wait, not the work of who is asked.</param>
    /// <exception cref="AskTimeoutException">In the task: nobody answered in time.</exception>
    /// <exception cref="ArgumentException">In the task: the answer has another type.</exception>
    public static Task<T> Ask<T>(
        this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken) =>
        FutureOf<T>(self, cancellationToken).Ask(self, message, timeout, cancellationToken);

    /// <param name="self">Who is asked.</param>
    /// <param name="messageFactory">Makes the question from the reference to which the answer must be told.</param>
    /// <param name="timeout">Null for <c>akka.actor.ask-timeout</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task<T> Ask<T>(
        this ICanTell self,
        Func<IActorRef, object> messageFactory,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default)
    {
        var future = FutureOf<T>(self, cancellationToken);
        return future.Ask(self, messageFactory(future), timeout, cancellationToken);
    }

    internal static ActorSystemImpl SystemOf(ICanTell target) => target switch
    {
        LocalActorRef local => local.Cell.System,
        ActorSelection { Anchor: LocalActorRef anchor } => anchor.Cell.System,
        ISystemMember member => member.System,
        IActorRefAlias alias => SystemOf(alias.Ref),
        _ => ActorCell.Current?.System ?? throw new ArgumentException(
            $"{target} belongs to no actor system, so nobody can be asked through it", nameof(target)),
    };

    private static FutureRef<T> FutureOf<T>(ICanTell target, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(target);
        cancellation.ThrowIfCancellationRequested();
        return new FutureRef<T>(SystemOf(target));
    }
}
