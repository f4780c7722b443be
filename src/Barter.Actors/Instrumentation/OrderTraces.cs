using System.Diagnostics;
using Barter.Model;

namespace Barter.Actors.Instrumentation;

/// <summary>One span a request, from sending it to its answer.</summary>
/// <remarks>A span is made when it is over, so that none is ever the current one while an actor works.</remarks>
internal sealed class OrderTraces(string session, InstrumentCatalog catalog) : IDisposable
{
    private readonly ActivitySource _source = new(SessionMetrics.Name);

    public void Answered(Flight flight, TimeSpan took, string request, string answer)
    {
        if (!_source.HasListeners())
        {
            return;
        }

        KeyValuePair<string, object?>[] tags =
        [
            new("session", session),
            new("exchange", catalog[flight.Key.Exchange].ToWire()),
            new("instrument", catalog[flight.Key.Instrument].Name.ToString()),
            new("client_order_id", flight.Key.ClientOrderId.ToString()),
            new("answer", answer),
        ];
        using var span = _source.StartActivity(
            $"barter.order.{request}", ActivityKind.Client, default(ActivityContext), tags, startTime: flight.SentTime);
        span?.SetEndTime((flight.SentTime + took).UtcDateTime);
    }

    public void Dispose() => _source.Dispose();
}
