namespace Akka.TestKit;

/// <content>Expectations of one of several messages, and of several in any order.</content>
public abstract partial class TestKitBase
{
    /// <summary>Expects the next message to equal one of those given.</summary>
    public T ExpectMsgAnyOf<T>(IEnumerable<T> messages, CancellationToken cancellationToken = default) =>
        Completed.Of(Expect(Wait.Blocking, AnyOf(messages), null, null, cancellationToken));

    public ValueTask<T> ExpectMsgAnyOfAsync<T>(
        IEnumerable<T> messages, CancellationToken cancellationToken = default) =>
        Expect(Wait.Async, AnyOf(messages), null, null, cancellationToken);

    /// <summary>Expects as many messages as are given, and each of the given ones among them, in any order.</summary>
    /// <returns>The messages in the order in which they came.</returns>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(params T[] messages) =>
        Completed.ListOf(AllOf(Wait.Blocking, messages, RemainingOrDefault, default));

    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(
        IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        Completed.ListOf(AllOf(Wait.Blocking, messages, RemainingOrDefault, cancellationToken));

    /// <param name="max">For all of them together.</param>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(TimeSpan max, params T[] messages) =>
        Completed.ListOf(AllOf(Wait.Blocking, messages, Dilated(max), default));

    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(
        TimeSpan max, IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        Completed.ListOf(AllOf(Wait.Blocking, messages, Dilated(max), cancellationToken));

    public IAsyncEnumerable<T> ExpectMsgAllOfAsync<T>(
        IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        AllOf(Wait.Async, messages, RemainingOrDefault, cancellationToken);

    public IAsyncEnumerable<T> ExpectMsgAllOfAsync<T>(
        TimeSpan max, IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        AllOf(Wait.Async, messages, Dilated(max), cancellationToken);

    private Wanted<T> AnyOf<T>(IEnumerable<T> messages)
    {
        var any = messages.ToArray();
        return new(
            $"one of {Say.Message(any)}",
            (heard, _) => Array.Exists(any, one => Difference(one, heard) is null) ? null : "it equals none of them.");
    }

    private async IAsyncEnumerable<T> AllOf<T>(
        Wait wait,
        IReadOnlyCollection<T> messages,
        TimeSpan max,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var start = Now;
        var missing = messages.ToList();
        var heard = new List<object>();
        var unexpected = new List<object>();
        while (heard.Count < messages.Count
            && await Receive(wait, Left(start + max), cancellation).ConfigureAwait(false) is { Message: var message })
        {
            heard.Add(message);
            var at = message is T typed ? missing.FindIndex(one => Difference(one, typed) is null) : -1;
            if (at >= 0)
            {
                missing.RemoveAt(at);
            }
            else
            {
                unexpected.Add(message);
            }
        }

        if (missing.Count > 0)
        {
            throw Failed(
                $"Expected {Say.Message(messages)} in any order within {Say.Time(max)}; "
                + $"missing: {Say.Messages(missing.Cast<object?>())}"
                + (unexpected.Count > 0 ? $"; not expected: {Say.Messages(unexpected)}" : "")
                + $" ({Say.Time(Now - start)} waited).\n{Heard()}");
        }

        foreach (var message in heard)
        {
            yield return (T)message;
        }
    }
}
