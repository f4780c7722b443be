using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;

namespace Akka.Stress;

/// <summary>A mailbox that prefers some senders, and hears everything else last.</summary>
public sealed class ByPair(Settings settings, Config config) : UnboundedStablePriorityMailbox(settings, config)
{
    protected override int PriorityGenerator(object message) => message is Parcel parcel ? parcel.Pair % 3 : 3;
}
