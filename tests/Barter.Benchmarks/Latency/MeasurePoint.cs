namespace Barter.Benchmarks.Latency;

/// <summary>Where the time of an order is taken: where a session adds to an instrument of its meter.</summary>
/// <param name="Name">For people.</param>
/// <param name="Instrument">A counter that gets one for each open, on the thread that did it.</param>
/// <param name="Request">The value of its tag <c>request</c>.</param>
internal sealed record MeasurePoint(string Name, string Instrument, string Request)
{
    /// <summary>
    /// The desk has handed the open to the link of its exchange, which is where a client of a real exchange would
    /// write to its socket.
    /// </summary>
    public static MeasurePoint Sent { get; } = new("sent", "barter.requests", "open");
}
