namespace Akka.TestKit;

/// <content>Taking messages without saying which.</content>
public abstract partial class TestKitBase
{
    /// <summary>Takes the next message.</summary>
    /// <param name="max">Zero to take only what is there; negative to wait for ever; null for the default.</param>
    /// <returns>Null when none came in time.</returns>
    public object? ReceiveOne(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        Completed.Of(Receive(Wait.Blocking, max ?? RemainingOrDefault, cancellationToken))?.Message;

    public async ValueTask<object?> ReceiveOneAsync(
        TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        (await Receive(Wait.Async, max ?? RemainingOrDefault, cancellationToken).ConfigureAwait(false))?.Message;

    /// <summary>Takes the next message with its sender.</summary>
    /// <returns>False when none came in time; the envelope then is a <see cref="NullMessageEnvelope"/>.</returns>
    public bool TryReceiveOne(
        out MessageEnvelope envelope, TimeSpan? max = null, CancellationToken cancellationToken = default)
    {
        var heard = Completed.Of(Receive(Wait.Blocking, max ?? RemainingOrDefault, cancellationToken));
        envelope = heard ?? NullMessageEnvelope.Instance;
        return heard is not null;
    }

    public async ValueTask<(bool success, MessageEnvelope envelope)> TryReceiveOneAsync(
        TimeSpan? max, CancellationToken cancellationToken = default)
    {
        var heard = await Receive(Wait.Async, max ?? RemainingOrDefault, cancellationToken).ConfigureAwait(false);
        return (heard is not null, heard ?? NullMessageEnvelope.Instance);
    }

    /// <summary>Looks at the next message and leaves it there.</summary>
    /// <returns>Null when none came in time.</returns>
    public object? PeekOne(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        Completed.Of(Look(Wait.Blocking, max ?? RemainingOrDefault, cancellationToken))?.Message;

    /// <summary>Waits for ever.</summary>
    public object? PeekOne(CancellationToken cancellationToken) =>
        PeekOne(Timeout.InfiniteTimeSpan, cancellationToken);

    public async ValueTask<object?> PeekOneAsync(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        (await Look(Wait.Async, max ?? RemainingOrDefault, cancellationToken).ConfigureAwait(false))?.Message;

    public ValueTask<object?> PeekOneAsync(CancellationToken cancellationToken) =>
        PeekOneAsync(Timeout.InfiniteTimeSpan, cancellationToken);

    public bool TryPeekOne(out MessageEnvelope envelope, TimeSpan? max, CancellationToken cancellationToken)
    {
        var heard = Completed.Of(Look(Wait.Blocking, max ?? RemainingOrDefault, cancellationToken));
        envelope = heard ?? NullMessageEnvelope.Instance;
        return heard is not null;
    }

    public async ValueTask<(bool success, MessageEnvelope envelope)> TryPeekOneAsync(
        TimeSpan? max, CancellationToken cancellationToken)
    {
        var heard = await Look(Wait.Async, max ?? RemainingOrDefault, cancellationToken).ConfigureAwait(false);
        return (heard is not null, heard ?? NullMessageEnvelope.Instance);
    }

    /// <summary>Expects a number of messages, whatever they are.</summary>
    public IReadOnlyCollection<object> ReceiveN(int numberOfMessages, CancellationToken cancellationToken = default) =>
        Completed.ListOf(Next(Wait.Blocking, numberOfMessages, RemainingOrDefault, cancellationToken));

    /// <param name="max">For all of them together.</param>
    public IReadOnlyCollection<object> ReceiveN(
        int numberOfMessages, TimeSpan max, CancellationToken cancellationToken = default) =>
        Completed.ListOf(Next(Wait.Blocking, numberOfMessages, Dilated(max), cancellationToken));

    public IAsyncEnumerable<object> ReceiveNAsync(
        int numberOfMessages, CancellationToken cancellationToken = default) =>
        Next(Wait.Async, numberOfMessages, RemainingOrDefault, cancellationToken);

    public IAsyncEnumerable<object> ReceiveNAsync(
        int numberOfMessages, TimeSpan max, CancellationToken cancellationToken = default) =>
        Next(Wait.Async, numberOfMessages, Dilated(max), cancellationToken);

    private async ValueTask<MessageEnvelope?> Receive(Wait wait, TimeSpan max, CancellationToken cancellation)
    {
        _lastWasNoMsg = false;
        var heard = await _inbox.Take(wait, max, cancellation).ConfigureAwait(false);
        _last = heard ?? NullMessageEnvelope.Instance;
        return heard;
    }

    private async ValueTask<MessageEnvelope?> Look(Wait wait, TimeSpan max, CancellationToken cancellation)
    {
        var heard = await _inbox.Peek(wait, max, cancellation).ConfigureAwait(false);
        _last = heard ?? NullMessageEnvelope.Instance;
        return heard;
    }

    private async IAsyncEnumerable<object> Next(
        Wait wait,
        int count,
        TimeSpan max,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var start = Now;
        for (var i = 0; i < count; i++)
        {
            var heard = await Receive(wait, Left(start + max), cancellation).ConfigureAwait(false)
                ?? throw TooFew(i);
            yield return heard.Message;
        }

        Exception TooFew(int came) => Failed(
            $"Expected {Say.Messages(count)} within {Say.Time(max)}; "
            + $"{(came == 0 ? "nothing" : $"only {came}")} came ({Say.Time(Now - start)} waited).\n{Heard()}");
    }
}
