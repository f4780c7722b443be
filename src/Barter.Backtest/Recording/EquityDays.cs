using Barter.Model;

namespace Barter.Backtest.Recording;

/// <summary>What the portfolio was worth on each day; the first days only where there are very many.</summary>
internal sealed class EquityDays
{
    private const int DaysMax = 4_000;

    private readonly List<EquityDay> _days = [];
    private Timestamp _last;
    private decimal _close;

    public long LeftOut { get; private set; }

    public ValueList<EquityDay> Days => _days.ToValueList();

    public void Add(Timestamp time, decimal value)
    {
        if (_days.Count == 0)
        {
            Begin(time.Midnight, value, value);
        }
        else if (time.UnixNanos - _last.UnixNanos >= Timestamp.NanosPerDay)
        {
            Begin(time.Midnight, _close, value);
        }
        else if (LeftOut == 0)
        {
            _days[^1] = _days[^1] with { Close = value };
        }

        _close = value;
    }

    public void Raise(decimal by)
    {
        if (_days.Count == 0 || by == 0m)
        {
            return;
        }

        _close += by;
        for (var i = 0; i < _days.Count; i++)
        {
            _days[i] = _days[i] with { Open = _days[i].Open + by, Close = _days[i].Close + by };
        }
    }

    private void Begin(Timestamp day, decimal open, decimal close)
    {
        _last = day;
        if (_days.Count == DaysMax)
        {
            LeftOut++;
        }
        else
        {
            _days.Add(new EquityDay(day, open, close));
        }
    }
}
