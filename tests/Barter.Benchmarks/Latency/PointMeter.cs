using System.Diagnostics.Metrics;

namespace Barter.Benchmarks.Latency;

/// <summary>Tells when a session passes a measure point, on the thread on which it does.</summary>
internal sealed class PointMeter : IMeterFactory
{
    private readonly List<Meter> _meters = [];
    private readonly MeterListener _listener = new();

    public PointMeter(MeasurePoint point, Action passed)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == point.Instrument && _meters.Contains(instrument.Meter))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            foreach (var tag in tags)
            {
                if (tag.Key == "request" && (string?)tag.Value == point.Request)
                {
                    passed();
                }
            }
        });
        _listener.Start();
    }

    public Meter Create(MeterOptions options)
    {
        var meter = new Meter(options);
        _meters.Add(meter);
        return meter;
    }

    public void Dispose()
    {
        _listener.Dispose();
        _meters.ForEach(meter => meter.Dispose());
    }
}
