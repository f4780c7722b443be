using Barter.Model;
using static Barter.Engine.Tests.World;

namespace Barter.Engine.Tests.Reconciliation;

/// <summary>A socket and a query tell the same things twice and out of step.</summary>
public sealed class TwiceToldTests
{
    private const int Walks = 300;
    private static readonly int First =
        int.TryParse(Environment.GetEnvironmentVariable("BARTER_SEED"), out var seed) ? seed : 1;

    [Fact]
    public void Whatever_is_told_twice_counts_once()
    {
        for (var seed = First; seed < First + Walks; seed++)
        {
            var (random, venue, engine) = (new Random(seed), new Venue(Catalog), NewEngine());
            var (socket, query) = (new Queue<AccountEvent>(), new Queue<AccountEvent>());
            for (var i = 0; i < 60; i++)
            {
                venue.Wait(random.Next(2));
                Happen(random, venue, engine, i, told =>
                {
                    socket.Enqueue(told);
                    query.Enqueue(told);
                });
                Tell(engine, socket, random.Next(4));
                Tell(engine, query, random.Next(4));
            }

            Tell(engine, socket, socket.Count);
            Tell(engine, query, query.Count);
            IsTheExchange(venue, engine.State, seed);
        }
    }

    private static void IsTheExchange(Venue venue, EngineState state, int seed)
    {
        foreach (var row in venue.InstrumentsHere())
        {
            Assert.True(
                venue.Traded.Net(row.Index) == (state[row.Index].Position?.QuantitySigned ?? 0m),
                $"BARTER_SEED={seed}: {row} holds {state[row.Index].Position}, not {venue.Traded.Net(row.Index)}");
            Assert.Equal(venue.Traded.Fees(row.Index), state[row.Index].Positions.Fees);
            var resting = venue.Resting.Where(order => order.Key.Instrument == row.Index).ToArray();
            Assert.True(resting.Length == state[row.Index].Orders.Count, $"BARTER_SEED={seed}");
            foreach (var order in resting)
            {
                Assert.True(state[row.Index].Orders.TryGet(order.Key.ClientOrderId, out var known));
                Assert.True(order.State == known.State, $"BARTER_SEED={seed}: {known.State}, not {order.State}");
            }
        }
    }

    private static void Happen(
        Random random, Venue venue, TradingEngine engine, int number, Action<AccountEvent> tell)
    {
        var resting = venue.Resting.ToArray();
        if (resting.Length == 0 || random.Next(3) == 0)
        {
            var request = Limit(
                new InstrumentIndex(random.Next(2)), $"o{number}", random.Next(2) == 0 ? Side.Buy : Side.Sell,
                random.Next(50, 90), random.Next(1, 9) / 4m);
            engine.Process(OpenCommand(request));
            tell(new AccountEvent.OrderSnapshot(Binance, venue.Place(request)));
            return;
        }

        var order = resting[random.Next(resting.Length)];
        if (random.Next(4) == 0)
        {
            tell(new AccountEvent.OrderSnapshot(Binance, venue.End(order, isExpired: random.Next(2) == 0)));
            return;
        }

        var (fill, after) = venue.Trade(
            order, Math.Min(order.QuantityRemaining, random.Next(1, 5) / 4m), random.Next(50, 90));
        tell(new AccountEvent.Filled(Binance, fill));
        tell(new AccountEvent.OrderSnapshot(Binance, after));
    }

    private static void Tell(TradingEngine engine, Queue<AccountEvent> queue, int count)
    {
        for (; count > 0 && queue.TryDequeue(out var told); count--)
        {
            engine.Process(Told(told));
        }
    }
}
