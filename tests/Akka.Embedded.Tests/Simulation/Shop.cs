using Akka.Actor;

namespace Akka.Simulation;

/// <summary>
/// A supervised producer and a supervised consumer with an unreliable way between them: parcels are sent again until
/// they are
/// signed for, and whoever crashes starts with what stands in the ledger.
/// </summary>
internal static class Shop
{
    public const string DigestOfSeed7 = "3edd05c7cbc0bc0f";

    public const int Parcels = 12;

    public static SimulationResult Run(long seed, bool isBuggy = false) => Simulation.Run(
        seed,
        simulation =>
        {
            var books = new Books();
            simulation.System.ActorOf(Props.Create(() => new Office(books, isBuggy)), "shop");
            simulation.Between("/user/shop/producer", "/user/shop/consumer").Drop(0.1).Duplicate(0.05)
                .Delay(0.1, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(900)).Reorder(0.05);
            simulation.Between("/user/shop/consumer", "/user/shop/producer").Drop(0.1).Duplicate(0.05);
            simulation.At("/user/shop/*").Crash(0.02)
                .Pause(0.01, TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(2));
            simulation.Invariant("every parcel is booked once, in order", () => books.IsInOrder);
            return books;
        },
        async (simulation, books) =>
        {
            while (books.Received.Count < Parcels)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), simulation.Time);
            }

            simulation.Stop();
        },
        new SimulationOptions { Deadline = TimeSpan.FromMinutes(10) });

    /// <summary>What survives a crash.</summary>
    internal sealed class Books
    {
        public int Signed { get; set; }

        public List<int> Received { get; } = [];

        public bool IsInOrder
        {
            get
            {
                for (var at = 0; at < Received.Count; at++)
                {
                    if (Received[at] != at)
                    {
                        return false;
                    }
                }

                return true;
            }
        }
    }

    private sealed class Office : ReceiveActor
    {
        public Office(Books books, bool isBuggy)
        {
            var consumer = Context.ActorOf(Props.Create(() => new Consumer(books, isBuggy)), "consumer");
            Context.ActorOf(Props.Create(() => new Producer(books, consumer)), "producer");
        }
    }

    private sealed class Producer(Books books, IActorRef consumer) : UntypedActor, IWithTimers
    {
        public ITimerScheduler Timers { get; set; } = null!;

        protected override void PreStart()
        {
            Timers.StartPeriodicTimer("again", "again", TimeSpan.FromMilliseconds(500));
            Send();
        }

        protected override void OnReceive(object message)
        {
            if (message is "again")
            {
                Send();
            }
            else if (message is Signed signed && signed.Number == books.Signed)
            {
                books.Signed++;
                Send();
            }
        }

        private void Send()
        {
            if (books.Signed < Parcels)
            {
                consumer.Tell(new Parcel(books.Signed));
            }
        }
    }

    private sealed class Consumer(Books books, bool isBuggy) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is not Parcel parcel)
            {
                Unhandled(message);
                return;
            }

            // The bug: what came before the last one is taken for new
            if (parcel.Number == books.Received.Count || (isBuggy && parcel.Number == books.Received.Count - 2))
            {
                books.Received.Add(parcel.Number);
            }

            if (parcel.Number < books.Received.Count)
            {
                Sender.Tell(new Signed(parcel.Number));
            }
        }
    }

    private sealed record Parcel(int Number);

    private sealed record Signed(int Number);
}
