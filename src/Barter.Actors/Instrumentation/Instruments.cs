using System.Diagnostics.Metrics;

namespace Barter.Actors.Instrumentation;

/// <summary>The instruments of the meter; sessions of one host share them and are told apart by a tag.</summary>
internal sealed class Instruments(Meter meter)
{
    // From 5 µs to 10 s
    private static readonly double[] Seconds =
        [5e-6, 1e-5, 2.5e-5, 5e-5, 1e-4, 2.5e-4, 5e-4, 1e-3, 5e-3, 1e-2, 5e-2, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    public Counter<long> Events { get; } =
        meter.CreateCounter<long>("barter.events", "{event}", "Events that the engine processed, by kind");

    public Counter<long> Orders { get; } =
        meter.CreateCounter<long>("barter.orders", "{order}", "Orders, by what became of them");

    public Counter<long> Requests { get; } = meter.CreateCounter<long>(
        "barter.requests", "{request}", "Requests handed to the link of an exchange; again where one is sent again");

    public Counter<long> Reconnects { get; } =
        meter.CreateCounter<long>("barter.reconnects", "{reconnect}", "Links that were lost, by link");

    public Counter<long> Conflated { get; } =
        meter.CreateCounter<long>("barter.quotes.conflated", "{quote}", "Quotes that made way for the next one");

    public Counter<long> Restarts { get; } =
        meter.CreateCounter<long>("barter.restarts", "{restart}", "Parts that failed and were started again");

    public UpDownCounter<long> Mailbox { get; } = meter.CreateUpDownCounter<long>(
        "barter.engine.mailbox", "{event}", "Market events that were told to the engine and not yet taken in");

    public Histogram<double> TickToOrder { get; } = meter.CreateHistogram(
        "barter.tick_to_order.duration", "s", "From telling the engine a market event until it sends orders for it",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });

    public Histogram<double> OrderToAck { get; } = meter.CreateHistogram(
        "barter.order_to_ack.duration", "s", "From sending a request until the exchange answers it",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });
}
