using System.Runtime.CompilerServices;
using Akka.Actor;

namespace Akka.Dispatch;

/// <summary>What waits for one actor, and the right to run it: at most one thread has that at a time.</summary>
internal sealed class Mailbox : IThreadPoolWorkItem
{
    private const int Idle = 0;
    private const int Scheduled = 1;
    private const int Closed = 2;

    private readonly MessageQueue _queue;
    private readonly ActorCell _cell;
    private readonly MessageDispatcher _dispatcher;
    private SystemQueue _system;
    private int _status;
    private int _suspensions;
    private int _drains;

    public Mailbox(ActorCell cell, MessageDispatcher dispatcher, MessageQueue queue) =>
        (_cell, _dispatcher, _queue) = (cell, dispatcher, queue);

    public ActorCell Cell => _cell;

    public LocalActorRef Ref => (LocalActorRef)_cell.Self;

    public bool IsClosed => Volatile.Read(ref _status) == Closed;

    public bool IsSuspended => _suspensions > 0;

    public int Count => _queue.Count;

    public bool HasWork => _system.HasMessages || (_suspensions == 0 && _queue.HasMessages);

    /// <summary>What the pool calls.</summary>
    public void Execute() => _dispatcher.Run(this);

    public void Enqueue(in Envelope envelope)
    {
        if (IsClosed)
        {
            _cell.System.DeadLetter(envelope.Message, envelope.Sender, _cell.Self);
            return;
        }

        if (!_queue.TryEnqueue(envelope))
        {
            _cell.System.DeadLetter(envelope.Message, envelope.Sender, _cell.Self);
            return;
        }

        Wake();
    }

    public void Enqueue(SystemMessage message)
    {
        _system.Enqueue(message);
        Wake();
    }

    public void Prepend(in Envelope envelope) => _queue.Prepend(envelope);

    public void Suspend() => _suspensions++;

    /// <returns>True when no suspension is left.</returns>
    public bool Resume()
    {
        _suspensions = Math.Max(_suspensions - 1, 0);
        return _suspensions == 0;
    }

    /// <summary>
    /// Processes up to as many user messages as the dispatcher's throughput, system messages before each.
    /// </summary>
    /// <returns>True when there is more to do and the caller must see to it that the mailbox runs again.</returns>
    public bool Run(int throughput)
    {
        var current = ActorCell.Enter(_cell);
        try
        {
            ProcessSystem();
            for (var left = throughput; left > 0 && _suspensions == 0 && _status != Closed; left--)
            {
                if (!_queue.TryDequeue(out var envelope))
                {
                    break;
                }

                _cell.Invoke(envelope);
                ProcessSystem();
            }
        }
        finally
        {
            ActorCell.Leave(current);
        }

        return Rest();
    }

    /// <summary>Ends the mailbox: nothing is processed any more, and what was told goes to the dead letters.</summary>
    public void Close()
    {
        Interlocked.Exchange(ref _status, Closed);
        Drain();
    }

    /// <summary>There may be something to do.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Wake()
    {
        if (Volatile.Read(ref _status) != Scheduled)
        {
            Schedule();
        }
    }

    private void Schedule()
    {
        var before = Interlocked.CompareExchange(ref _status, Scheduled, Idle);
        if (before == Idle)
        {
            _dispatcher.Schedule(this);
        }
        else if (before == Closed)
        {
            Drain();
        }
    }

    private bool Rest()
    {
        if (_status == Closed)
        {
            return false;
        }

        // The exchange is the fence between resting and looking: whoever tells later sees that the mailbox rests
        Interlocked.Exchange(ref _status, Idle);
        return HasWork && Interlocked.CompareExchange(ref _status, Scheduled, Idle) == Idle;
    }

    private void ProcessSystem()
    {
        while (_status != Closed && _system.Dequeue() is { } message)
        {
            _cell.InvokeSystem(message);
        }
    }

    /// <summary>After the end any writer may empty the queues: the first, for all who come meanwhile.</summary>
    /// <remarks>Without a lock, for an answer may lead back here, or to a neighbour that is emptied as well.</remarks>
    private void Drain()
    {
        if (Interlocked.Increment(ref _drains) > 1)
        {
            return;
        }

        int asked;
        do
        {
            asked = Volatile.Read(ref _drains);
            while (_system.Dequeue() is { } message)
            {
                _cell.AnswerForTheDead(message);
            }

            while (_queue.TryDequeue(out var envelope))
            {
                _cell.System.DeadLetter(envelope.Message, envelope.Sender, _cell.Self);
            }
        }
        while (Interlocked.CompareExchange(ref _drains, 0, asked) != asked);
    }
}
