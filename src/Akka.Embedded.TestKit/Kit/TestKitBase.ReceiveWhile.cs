using System.Runtime.CompilerServices;

namespace Akka.TestKit;

/// <content>Taking messages as long as they are of a kind.</content>
public abstract partial class TestKitBase
{
    /// <summary>Takes messages until the filter returns null, the time is over, or there were enough.</summary>
    /// <param name="filter">What it makes of a message is returned; a message of which it makes null stays.</param>
    /// <param name="msgs">How many at most.</param>
    public IReadOnlyList<T> ReceiveWhile<T>(
        TimeSpan? max,
        Func<object, T?> filter,
        int msgs = int.MaxValue,
        CancellationToken cancellationToken = default) =>
        ReceiveWhile(filter, max, null, msgs, cancellationToken);

    /// <param name="idle">How long to wait for each message.</param>
    public IReadOnlyList<T> ReceiveWhile<T>(
        TimeSpan? max,
        TimeSpan? idle,
        Func<object, T?> filter,
        int msgs = int.MaxValue,
        CancellationToken cancellationToken = default) =>
        ReceiveWhile(filter, max, idle, msgs, cancellationToken);

    public IReadOnlyList<T> ReceiveWhile<T>(
        Func<object, T?> filter,
        TimeSpan? max = null,
        TimeSpan? idle = null,
        int msgs = int.MaxValue,
        CancellationToken cancellationToken = default) =>
        Completed.ListOf(While(Wait.Blocking, Chosen(filter), max, idle, msgs, cancellationToken));

    /// <summary>Takes messages of a type until one does not meet the condition.</summary>
    /// <param name="shouldIgnoreOtherMessageTypes">Whether other types are passed over; otherwise they end it.</param>
    public IReadOnlyList<T> ReceiveWhile<T>(
        Predicate<T> shouldContinue,
        TimeSpan? max = null,
        TimeSpan? idle = null,
        int msgs = int.MaxValue,
        bool shouldIgnoreOtherMessageTypes = true,
        CancellationToken cancellationToken = default)
    {
        var choice = Chosen(shouldContinue, shouldIgnoreOtherMessageTypes);
        return Completed.ListOf(While(Wait.Blocking, choice, max, idle, msgs, cancellationToken));
    }

    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        TimeSpan? max,
        Func<object, T?> filter,
        int msgs = int.MaxValue,
        CancellationToken cancellationToken = default) =>
        ReceiveWhileAsync(filter, max, null, msgs, cancellationToken);

    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        TimeSpan? max,
        TimeSpan? idle,
        Func<object, T?> filter,
        int msgs = int.MaxValue,
        CancellationToken cancellationToken = default) =>
        ReceiveWhileAsync(filter, max, idle, msgs, cancellationToken);

    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        Func<object, T?> filter,
        TimeSpan? max = null,
        TimeSpan? idle = null,
        int msgs = int.MaxValue,
        CancellationToken cancellationToken = default) =>
        While(Wait.Async, Chosen(filter), max, idle, msgs, cancellationToken);

    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        Predicate<T> shouldContinue,
        TimeSpan? max = null,
        TimeSpan? idle = null,
        int msgs = int.MaxValue,
        bool shouldIgnoreOtherMessageTypes = true,
        CancellationToken cancellationToken = default)
    {
        var choice = Chosen(shouldContinue, shouldIgnoreOtherMessageTypes);
        return While(Wait.Async, choice, max, idle, msgs, cancellationToken);
    }

    private static Func<object, Choice<T>> Chosen<T>(Func<object, T?> filter) =>
        message => filter(message) is { } value ? new(true, true, value) : default;

    private static Func<object, Choice<T>> Chosen<T>(Predicate<T> shouldContinue, bool ignoreOthers) => message =>
        message is not T typed ? new(ignoreOthers, false, default)
        : shouldContinue(typed) ? new(true, true, typed)
        : default;

    private async IAsyncEnumerable<T> While<T>(
        Wait wait,
        Func<object, Choice<T>> choose,
        TimeSpan? max,
        TimeSpan? idle,
        int count,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var end = Now + RemainingOrDilated(max);
        MessageEnvelope last = NullMessageEnvelope.Instance;
        for (var found = 0; found < count;)
        {
            var left = Left(end);
            var patience = idle is { } limit && limit >= TimeSpan.Zero && limit < left ? limit : left;
            var next = await _inbox.Peek(wait, patience, cancellation).ConfigureAwait(false);
            if (next is null || choose(next.Message) is not { Takes: true } choice)
            {
                break;
            }

            last = await Receive(wait, TimeSpan.Zero, cancellation).ConfigureAwait(false) ?? last;
            if (choice.Returns)
            {
                found++;
                yield return choice.Value!;
            }
        }

        _last = last;
        _lastWasNoMsg = true;
    }

    /// <param name="Takes">Whether the message is taken; otherwise it stays and ends the row.</param>
    /// <param name="Returns">Whether it is one of those asked for.</param>
    private readonly record struct Choice<T>(bool Takes, bool Returns, T? Value);
}
