using System.Diagnostics.Metrics;

namespace Barter.Actors.Tests.Instrumentation;

/// <summary>Makes meters, and keeps what they measure.</summary>
internal sealed class Meters : IMeterFactory
{
    private readonly List<Meter> _meters = [];
    private readonly List<(string Name, double Value, IReadOnlyDictionary<string, object?> Tags)> _measured = [];
    private readonly MeterListener _listener = new();
    private readonly List<string> _names = [];
    private readonly Lock _lock = new();

    public Meters()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (_meters.Contains(instrument.Meter))
            {
                listener.EnableMeasurementEvents(instrument);
                _names.Add(instrument.Name);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>Names of all instruments.</summary>
    public IReadOnlyList<string> Instruments => _names;

    public Meter Create(MeterOptions options)
    {
        var meter = new Meter(options);
        _meters.Add(meter);
        return meter;
    }

    /// <summary>Every value of an instrument that has all of the tags, such as <c>kind=l1</c>.</summary>
    public IReadOnlyList<double> Of(string name, params string[] tags)
    {
        lock (_lock)
        {
            return [.. _measured
                .Where(one => one.Name == name && tags.All(tag =>
                    one.Tags.TryGetValue(tag.Split('=')[0], out var value) && (string?)value == tag.Split('=')[1]))
                .Select(one => one.Value)];
        }
    }

    public double Sum(string name, params string[] tags) => Of(name, tags).Sum();

    public void Dispose()
    {
        _listener.Dispose();
        _meters.ForEach(meter => meter.Dispose());
    }

    private void Keep<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        where T : struct
    {
        lock (_lock)
        {
            _measured.Add((instrument.Name, Convert.ToDouble(value, null), tags.ToArray().ToDictionary()));
        }
    }
}
