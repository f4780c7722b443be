using System.Collections.Concurrent;
using System.Diagnostics;

namespace Akka.Dispatch;

/// <summary>Threads that run mailboxes in the order in which these have something to do.</summary>
/// <remarks>
/// To wake a thread takes far longer than to tell it something. Whoever has nothing to do therefore looks out for a
/// while before it sleeps, and is found awake by what comes meanwhile.
/// </remarks>
internal sealed class Crew
{
    private readonly ConcurrentQueue<Mailbox> _turns = new();
    private readonly SemaphoreSlim _bell = new(0);
    private readonly MessageDispatcher _dispatcher;
    private readonly long _awake;
    private int _asleep;
    private int _hasLeft;

    public Crew(MessageDispatcher dispatcher, int threads, TimeSpan awake)
    {
        (_dispatcher, _awake) = (dispatcher, (long)(awake.TotalSeconds * Stopwatch.Frequency));
        for (var number = 1; number <= threads; number++)
        {
            new Thread(Work) { IsBackground = true, Name = $"{dispatcher.Id}-{number}" }.Start();
        }
    }

    /// <returns>False when nobody is left to run it.</returns>
    public bool TryAdd(Mailbox mailbox)
    {
        if (Volatile.Read(ref _hasLeft) != 0)
        {
            return false;
        }

        _turns.Enqueue(mailbox);
        Wake();
        return true;
    }

    /// <summary>The threads end when they have run what waits.</summary>
    public void Leave()
    {
        Interlocked.Exchange(ref _hasLeft, 1);
        _bell.Release(int.MaxValue / 2);
    }

    private void Work()
    {
        while (true)
        {
            if (_turns.TryDequeue(out var mailbox))
            {
                _dispatcher.Run(mailbox);
            }
            else if (Volatile.Read(ref _hasLeft) != 0)
            {
                return;
            }
            else if (!LookOut())
            {
                Sleep();
            }
        }
    }

    private bool LookOut()
    {
        var until = Stopwatch.GetTimestamp() + _awake;
        while (_turns.IsEmpty)
        {
            if (Stopwatch.GetTimestamp() >= until)
            {
                return false;
            }

            // Whoever was put on the same core may be the one who brings work
            Thread.Yield();
        }

        return true;
    }

    /// <summary>Whoever says that it sleeps looks once more; whoever adds looks for sleepers when it has.</summary>
    private void Sleep()
    {
        Interlocked.Increment(ref _asleep);
        if ((_turns.IsEmpty && Volatile.Read(ref _hasLeft) == 0) || !IsTakenBack())
        {
            _bell.Wait();
        }
    }

    private void Wake()
    {
        Interlocked.MemoryBarrier();
        if (IsTakenBack())
        {
            _bell.Release();
        }
    }

    /// <summary>One who sleeps is taken off the count, by itself or by the one who wakes it, never by both.</summary>
    private bool IsTakenBack()
    {
        for (var seen = Volatile.Read(ref _asleep); seen > 0; seen = Volatile.Read(ref _asleep))
        {
            if (Interlocked.CompareExchange(ref _asleep, seen - 1, seen) == seen)
            {
                return true;
            }
        }

        return false;
    }
}
