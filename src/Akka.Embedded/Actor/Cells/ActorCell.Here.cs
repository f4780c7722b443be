namespace Akka.Actor;

/// <content>Processing without a mailbox, for tests.</content>
internal sealed partial class ActorCell
{
    /// <summary>Processes a message at once on this thread; what the actor throws is the caller's.</summary>
    public void InvokeHere(in Envelope envelope)
    {
        var (current, message, sender) = (Enter(this), CurrentMessage, _sender);
        (CurrentMessage, _sender) = (envelope.Message, envelope.Sender);
        try
        {
            Redirect(envelope.Message);
        }
        finally
        {
            (CurrentMessage, _sender) = (message, sender);
            Leave(current);
        }
    }
}
