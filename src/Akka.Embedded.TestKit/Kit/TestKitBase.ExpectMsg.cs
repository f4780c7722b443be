using Akka.Actor;

namespace Akka.TestKit;

/// <content>Expectations of the next message.</content>
public abstract partial class TestKitBase
{
    /// <summary>Expects the next message to be of a type, and takes it.</summary>
    /// <param name="duration">Null for the rest of <c>Within</c>, or <c>akka.test.single-expect-default</c>.</param>
    /// <param name="hint">Stands in the text of the failure.</param>
    public T ExpectMsg<T>(
        TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Completed.Of(Expect(Wait.Blocking, Wanted<T>.OfType, duration, hint, cancellationToken));

    public ValueTask<T> ExpectMsgAsync<T>(
        TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect(Wait.Async, Wanted<T>.OfType, duration, hint, cancellationToken);

    /// <summary>Expects the next message to equal another one; collections are compared by their items.</summary>
    public T ExpectMsg<T>(
        T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Completed.Of(Expect(Wait.Blocking, EqualTo(message), timeout, hint, cancellationToken));

    public ValueTask<T> ExpectMsgAsync<T>(
        T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect(Wait.Async, EqualTo(message), timeout, hint, cancellationToken);

    /// <summary>Expects the next message to be of a type and to meet a condition.</summary>
    public T ExpectMsg<T>(
        Predicate<T> isMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        Completed.Of(Expect(Wait.Blocking, Wanted<T>.With(isMessage), timeout, hint, cancellationToken));

    public ValueTask<T> ExpectMsgAsync<T>(
        Predicate<T> isMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        Expect(Wait.Async, Wanted<T>.With(isMessage), timeout, hint, cancellationToken);

    /// <summary>Expects the next message to be of a type, and runs assertions on it.</summary>
    public T ExpectMsg<T>(
        Action<T> assert,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        Completed.Of(Expect(Wait.Blocking, Wanted<T>.With(assert), timeout, hint, cancellationToken));

    public ValueTask<T> ExpectMsgAsync<T>(
        Action<T> assert,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        Expect(Wait.Async, Wanted<T>.With(assert), timeout, hint, cancellationToken);

    /// <summary>Expects the next message to be of a type and, with its sender, to meet a condition.</summary>
    public T ExpectMsg<T>(
        Func<T, IActorRef, bool> isMessageAndSender,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        Completed.Of(Expect(Wait.Blocking, Wanted<T>.With(isMessageAndSender), timeout, hint, cancellationToken));

    public ValueTask<T> ExpectMsgAsync<T>(
        Func<T, IActorRef, bool> isMessageAndSender,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        Expect(Wait.Async, Wanted<T>.With(isMessageAndSender), timeout, hint, cancellationToken);

    /// <summary>Expects the next message to be of a type, and runs assertions on it and its sender.</summary>
    public T ExpectMsg<T>(
        Action<T, IActorRef> assertMessageAndSender,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        Completed.Of(Expect(Wait.Blocking, Wanted<T>.With(assertMessageAndSender), timeout, hint, cancellationToken));

    public ValueTask<T> ExpectMsgAsync<T>(
        Action<T, IActorRef> assertMessageAndSender,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        Expect(Wait.Async, Wanted<T>.With(assertMessageAndSender), timeout, hint, cancellationToken);

    /// <summary>Expects the next message to equal another one by a comparison of the caller's.</summary>
    public T ExpectMsg<T>(
        T expected,
        Func<T, T, bool> comparer,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        Completed.Of(Expect(Wait.Blocking, EqualBy(expected, comparer), timeout, hint, cancellationToken));

    public ValueTask<T> ExpectMsgAsync<T>(
        T expected,
        Func<T, T, bool> comparer,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        Expect(Wait.Async, EqualBy(expected, comparer), timeout, hint, cancellationToken);

    /// <summary>Expects the next message to be that a watched actor has ended.</summary>
    public Terminated ExpectTerminated(
        IActorRef target,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        Completed.Of(Expect(Wait.Blocking, EndOf(target), timeout, hint, cancellationToken));

    public ValueTask<Terminated> ExpectTerminatedAsync(
        IActorRef target,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        Expect(Wait.Async, EndOf(target), timeout, hint, cancellationToken);

    private static Wanted<T> EqualBy<T>(T expected, Func<T, T, bool> comparer) => new(
        $"what equals {Say.Message(expected)} by the comparison",
        (message, _) => comparer(expected, message) ? null : "the comparison says no.");

    private static Wanted<Terminated> EndOf(IActorRef target) => new(
        $"the end of {Say.Actor(target)} ({Say.Type(typeof(Terminated))})",
        (message, _) => target.Equals(message.ActorRef) ? null : "another actor has ended.");

    private Wanted<T> EqualTo<T>(T expected) => new(
        Say.Message(expected),
        (message, _) => Difference(expected, message));

    private async ValueTask<T> Expect<T>(
        Wait wait, Wanted<T> wanted, TimeSpan? timeout, string? hint, CancellationToken cancellation)
    {
        var max = RemainingOrDilated(timeout);
        var start = Now;
        var heard = await Receive(wait, max, cancellation).ConfigureAwait(false);
        if (heard is null)
        {
            throw NothingCame(wanted.Text, max, start, hint);
        }

        if (heard.Message is not T message)
        {
            throw Another(wanted.Text, heard, start, hint, $"that is a {heard.Message.GetType()}.");
        }

        return wanted.Fault(message, heard.Sender) is { } fault
            ? throw Another(wanted.Text, heard, start, hint, fault)
            : message;
    }
}
