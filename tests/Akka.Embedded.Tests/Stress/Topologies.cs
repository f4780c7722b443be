using Akka.Actor;
using Akka.Event;

namespace Akka.Stress;

/// <summary>The shapes that traffic has; each hears about as many messages as is asked for.</summary>
internal static class Topologies
{
    public const string Hocon =
        """
        akka { loglevel = OFF, stdout-loglevel = OFF, log-dead-letters = off }
        stress {
          bounded {
            mailbox-type = "Akka.Dispatch.BoundedMailbox"
            mailbox-capacity = 1000
            mailbox-push-timeout-time = 5m
          }
          priority { mailbox-type = "Akka.Stress.ByPair, Akka.Embedded.Tests" }
          pinned { type = PinnedDispatcher }
          crew { type = ForkJoinDispatcher, dedicated-thread-pool { thread-count = 2, awake = 5us } }
        }
        """;

    private const string Default = "akka.actor.default-dispatcher";

    public static IEnumerable<Traffic> All(ActorSystem system, int messages, Random chances)
    {
        var share = messages / 10;
        yield return Pipeline(system, share, stages: 10);
        yield return FanOut(system, share, receivers: 100);
        yield return Rings(system, "ring of 100", share, rings: 1, members: 100, parcels: 16);
        yield return Rings(system, "ping-pong", share, rings: 8, members: 2, parcels: 16);
        yield return Rings(system, "one ball a pair", share, rings: 8, members: 2, parcels: 1);
        yield return FanIn(system, "fan-in", share, Plain, chances, "stress.crew");
        yield return FanIn(system, "bounded fan-in", share, Bounded, chances, "stress.pinned");
        yield return FanIn(system, "priority fan-in", share, Sorted, chances, Default);
        yield return FanIn(system, "fan-in with restarts", share, Breaking, chances, Default);
        yield return Ends(system, share, receivers: 100, chances);
    }

    private static Props Hearing(Ledger ledger, params IActorRef[] next) =>
        Props.Create(() => new Hearer(ledger, next));

    private static Props Plain(Ledger ledger, Random chances) => Hearing(ledger);

    private static Props Bounded(Ledger ledger, Random chances) => Hearing(ledger).WithMailbox("stress.bounded");

    private static Props Sorted(Ledger ledger, Random chances) => Hearing(ledger).WithMailbox("stress.priority");

    private static Props Breaking(Ledger ledger, Random chances)
    {
        var own = new Random(chances.Next());
        return Props.Create(() => new Fragile(ledger, own));
    }

    private static Traffic Pipeline(ActorSystem system, int messages, int stages)
    {
        var traffic = new Traffic("pipeline", system);
        var each = messages / stages;
        var first = traffic.Run(Hearing(traffic.Expect(1, each)));
        for (var stage = 1; stage < stages; stage++)
        {
            first = traffic.Run(Hearing(traffic.Expect(1, each), first));
        }

        traffic.OnStartTellFromThread(first, 0, each);
        return traffic;
    }

    private static Traffic FanOut(ActorSystem system, int messages, int receivers)
    {
        var traffic = new Traffic("fan-out", system);
        var each = messages / receivers;
        var all = Enumerable.Range(0, receivers).Select(_ => traffic.Run(Hearing(traffic.Expect(1, each)))).ToArray();
        traffic.OnStartTellFromThread(traffic.Run(Hearing(traffic.Expect(1, each), all)), 0, each);
        return traffic;
    }

    private static Traffic Rings(ActorSystem system, string name, int messages, int rings, int members, int parcels)
    {
        var traffic = new Traffic(name, system);
        var each = messages / rings / members;
        for (var ring = 0; ring < rings; ring++)
        {
            var all = Enumerable.Range(0, members).Select(_ =>
            {
                var ledger = traffic.Expect(1, each);
                return traffic.Run(Props.Create(() => new RingMember(ledger, each)));
            }).ToArray();
            for (var member = 0; member < members; member++)
            {
                all[member].Tell(all[(member + 1) % members], ActorRefs.NoSender);
            }

            traffic.OnStart(() => all[0].Tell(parcels, ActorRefs.NoSender));
        }

        return traffic;
    }

    /// <summary>Half of the senders are threads, half are actors.</summary>
    private static Traffic FanIn(
        ActorSystem system,
        string name,
        int messages,
        Func<Ledger, Random, Props> hearing,
        Random chances,
        string dispatcher)
    {
        const int Senders = 6;
        var traffic = new Traffic(name, system);
        var each = messages / Senders;
        var receiver = traffic.Run(hearing(traffic.Expect(Senders, each), chances));
        for (var pair = 0; pair < Senders; pair += 2)
        {
            var (fromThread, fromActor) = (pair, pair + 1);
            traffic.OnStartTellFromThread(receiver, fromThread, each);
            var props = Props.Create(() => new Source(receiver, fromActor, each)).WithDispatcher(dispatcher);
            var source = traffic.Run(props);
            traffic.OnStart(() => source.Tell("go", ActorRefs.NoSender));
        }

        return traffic;
    }

    /// <summary>Receivers that end while they are told: what they do not hear is a dead letter, once.</summary>
    private static Traffic Ends(ActorSystem system, int messages, int receivers, Random chances)
    {
        const int Senders = 2;
        var traffic = new Traffic("receivers that end", system);
        var each = messages / receivers / Senders;
        var estate = traffic.Run(Props.Create(() => new Estate()));
        system.EventStream.Subscribe(estate, typeof(DeadLetter));
        for (var receiver = 0; receiver < receivers; receiver++)
        {
            var (ledger, span) = (traffic.Expect(Senders, each), chances.Next(1, Senders * each));
            var mortal = traffic.Run(Props.Create(() => new Mortal(ledger, span, estate)));
            var source = traffic.Run(Props.Create(() => new Source(mortal, 1, each)));
            traffic.OnStart(() => source.Tell("go", ActorRefs.NoSender));
            traffic.OnStartTellFromThread(mortal, 0, each);
        }

        return traffic;
    }
}
