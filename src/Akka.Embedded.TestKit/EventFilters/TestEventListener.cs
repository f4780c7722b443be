using Akka.Event;

namespace Akka.TestKit;

/// <summary>The logger of systems in tests: lets event filters count, and does not show what they match.</summary>
public class TestEventListener : DefaultLogger
{
    private readonly List<Interception> _interceptions = [];

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InitializeLogger begin:
                Subscribe(begin.LoggingBus);
                return base.Receive(message);
            case Interception.Begin begin:
                _interceptions.Add(begin.Interception);
                return true;
            case Interception.Finish finish:
                _interceptions.Remove(finish.Interception);
                finish.Interception.End();
                return true;
            case LogEvent line:
                return IsMuted(line) || base.Receive(message);
            case DeadLetter letter:
                // Not shown: the runtime logs dead letters itself
                _ = IsMuted(new Warning(letter.Recipient.Path.ToString(), letter.Recipient.GetType(), letter));
                return true;
            case UnhandledMessage unhandled:
                Hear(unhandled);
                return true;
            default:
                return base.Receive(message);
        }
    }

    private void Subscribe(EventStream bus)
    {
        foreach (var channel in new[]
        {
            typeof(Interception.Begin), typeof(Interception.Finish), typeof(DeadLetter), typeof(UnhandledMessage),
        })
        {
            bus.Subscribe(Self, channel);
        }
    }

    private void Hear(UnhandledMessage unhandled)
    {
        var line = new Warning(
            unhandled.Recipient.Path.ToString(),
            unhandled.Recipient.GetType(),
            $"Unhandled message from {unhandled.Sender}: {unhandled.Message}");
        if (!IsMuted(line))
        {
            Print(line);
        }
    }

    /// <summary>Every interception hears every event, so that those inside others count as well.</summary>
    private bool IsMuted(LogEvent line)
    {
        var isMuted = false;
        foreach (var interception in _interceptions)
        {
            isMuted |= interception.Hear(line);
        }

        return isMuted;
    }
}
