namespace Akka.TestKit;

/// <summary>Opens when it was counted down; tests wait for that.</summary>
public class TestLatch
{
    private static readonly TimeSpan UnconfiguredTimeout = TimeSpan.FromSeconds(5);

    private readonly Gate _gate = new();
    private readonly int _initial;
    private readonly TimeSpan _defaultTimeout;
    private int _count;

    public TestLatch()
        : this(1)
    {
    }

    public TestLatch(int count)
        : this(count, UnconfiguredTimeout)
    {
    }

    /// <param name="count">How many times it must be counted down.</param>
    /// <param name="defaultTimeout">How long <see cref="Ready()"/> waits.</param>
    public TestLatch(int count, TimeSpan defaultTimeout)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        (_initial, _count, _defaultTimeout) = (count, count, defaultTimeout);
    }

    public bool IsOpen => _gate.Read(() => _count == 0);

    public void CountDown() => _gate.Change(() => _count = Math.Max(_count - 1, 0));

    public void Open() => _gate.Change(() => _count = 0);

    /// <summary>Closes it again.</summary>
    public void Reset() => _gate.Change(() => _count = _initial);

    /// <summary>Waits until it is open.</summary>
    /// <exception cref="TimeoutException">It did not open in time.</exception>
    public void Ready(TimeSpan timeout)
    {
        if (!Completed.Of(_gate.Until(() => _count == 0, Wait.Blocking, timeout, CancellationToken.None)))
        {
            var missing = _gate.Read(() => _count);
            throw new TimeoutException(
                $"the latch must open within {Say.Time(timeout)}; "
                + $"it was counted down {_initial - missing} of {_initial} times");
        }
    }

    public void Ready() => Ready(_defaultTimeout);
}
