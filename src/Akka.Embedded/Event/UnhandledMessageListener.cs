using Akka.Actor;

namespace Akka.Event;

/// <summary>Logs messages that their receivers did not handle, on level debug.</summary>
internal sealed class UnhandledMessageListener : ActorBase
{
    protected override bool Receive(object message)
    {
        if (message is not UnhandledMessage unhandled)
        {
            return false;
        }

        Logging.GetLogger(Context.System, unhandled.Recipient)
            .Debug("Unhandled message from {0}: {1}", unhandled.Sender, unhandled.Message);
        return true;
    }
}
