using Akka.Actor;

namespace Akka.TestKit;

/// <content>Expectations of the next message and its sender.</content>
public abstract partial class TestKitBase
{
    /// <summary>Expects the next message to be of a type and from a sender.</summary>
    public T ExpectMsgFrom<T>(
        IActorRef sender,
        TimeSpan? duration = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        Completed.Of(Expect(Wait.Blocking, Wanted<T>.OfType.From(sender), duration, hint, cancellationToken));

    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender,
        TimeSpan? duration = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        Expect(Wait.Async, Wanted<T>.OfType.From(sender), duration, hint, cancellationToken);

    public T ExpectMsgFrom<T>(
        IActorRef sender,
        T message,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        Completed.Of(Expect(Wait.Blocking, EqualTo(message).From(sender), timeout, hint, cancellationToken));

    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender,
        T message,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        Expect(Wait.Async, EqualTo(message).From(sender), timeout, hint, cancellationToken);

    public T ExpectMsgFrom<T>(
        IActorRef sender,
        Predicate<T> isMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        Completed.Of(Expect(Wait.Blocking, Wanted<T>.With(isMessage).From(sender), timeout, hint, cancellationToken));

    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender,
        Predicate<T> isMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        Expect(Wait.Async, Wanted<T>.With(isMessage).From(sender), timeout, hint, cancellationToken);

    public T ExpectMsgFrom<T>(
        Predicate<IActorRef> isSender,
        Predicate<T> isMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        Completed.Of(Expect(Wait.Blocking, Wanted<T>.With(isMessage).From(isSender), timeout, hint, cancellationToken));

    public ValueTask<T> ExpectMsgFromAsync<T>(
        Predicate<IActorRef> isSender,
        Predicate<T> isMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        Expect(Wait.Async, Wanted<T>.With(isMessage).From(isSender), timeout, hint, cancellationToken);

    public T ExpectMsgFrom<T>(
        IActorRef sender,
        Action<T> assertMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default)
    {
        var wanted = Wanted<T>.With(assertMessage).From(sender);
        return Completed.Of(Expect(Wait.Blocking, wanted, timeout, hint, cancellationToken));
    }

    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender,
        Action<T> assertMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        Expect(Wait.Async, Wanted<T>.With(assertMessage).From(sender), timeout, hint, cancellationToken);

    public T ExpectMsgFrom<T>(
        Action<IActorRef> assertSender,
        Action<T> assertMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default)
    {
        var wanted = Wanted<T>.With(assertMessage).From(assertSender);
        return Completed.Of(Expect(Wait.Blocking, wanted, timeout, hint, cancellationToken));
    }

    public ValueTask<T> ExpectMsgFromAsync<T>(
        Action<IActorRef> assertSender,
        Action<T> assertMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        Expect(Wait.Async, Wanted<T>.With(assertMessage).From(assertSender), timeout, hint, cancellationToken);
}
