namespace Akka.TestKit;

/// <content>Expectations of silence.</content>
public abstract partial class TestKitBase
{
    /// <summary>Expects that no message comes for <c>akka.test.expect-no-message-default</c>.</summary>
    public void ExpectNoMsg(CancellationToken cancellationToken = default) =>
        Completed.Of(Silence(Wait.Blocking, NoMessageRemainingOrDefault, cancellationToken));

    public void ExpectNoMsg(TimeSpan duration, CancellationToken cancellationToken = default) =>
        Completed.Of(Silence(Wait.Blocking, Dilated(duration), cancellationToken));

    public void ExpectNoMsg(int milliseconds, CancellationToken cancellationToken = default) =>
        ExpectNoMsg(TimeSpan.FromMilliseconds(milliseconds), cancellationToken);

    public ValueTask ExpectNoMsgAsync(CancellationToken cancellationToken = default) =>
        Silence(Wait.Async, NoMessageRemainingOrDefault, cancellationToken);

    public ValueTask ExpectNoMsgAsync(TimeSpan duration, CancellationToken cancellationToken = default) =>
        Silence(Wait.Async, Dilated(duration), cancellationToken);

    public ValueTask ExpectNoMsgAsync(int milliseconds, CancellationToken cancellationToken = default) =>
        ExpectNoMsgAsync(TimeSpan.FromMilliseconds(milliseconds), cancellationToken);

    private async ValueTask Silence(Wait wait, TimeSpan max, CancellationToken cancellation)
    {
        var start = Now;
        var heard = await Receive(wait, max, cancellation).ConfigureAwait(false);
        if (heard is not null)
        {
            throw Another($"no message within {Say.Time(max)}", heard, start, null, null);
        }

        _lastWasNoMsg = true;
    }
}
