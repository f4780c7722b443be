using Barter.Statistics.Primitives;

namespace Barter.Statistics.Sampling;

/// <summary>Follows the profit of each position from sample to sample, before fees.</summary>
/// <remarks>A position that is closed and opened again on the same side between two samples is taken for one.</remarks>
internal sealed class Excursions
{
    private int _side;
    private decimal _realisedBefore;
    private Excursion _open;
    private decimal _adverse;
    private decimal _favourable;
    private long _count;

    public decimal AdverseMax { get; private set; }

    public decimal FavourableMax { get; private set; }

    public Metric AdverseMean => Of(() => _adverse / _count);

    public Metric FavourableMean => Of(() => _favourable / _count);

    public Metric Of(Func<decimal> value) =>
        _count == 0 ? Metric.Undefined(UndefinedReason.NotSampled) : Metric.Of(value);

    public void Read(InstrumentSample sample)
    {
        var (side, realised) = (Math.Sign(sample.Quantity), sample.PnlRealised + sample.Fees);
        if (_side != 0)
        {
            _open = _open.Add(realised - _realisedBefore + (side == _side ? sample.PnlUnrealised : 0m));
        }

        if (side == _side)
        {
            return;
        }

        if (_side != 0)
        {
            Keep();
        }

        (_side, _realisedBefore) = (side, realised);
        _open = side == 0 ? default : default(Excursion).Add(sample.PnlUnrealised);
    }

    private void Keep()
    {
        _count++;
        _adverse += _open.Adverse;
        _favourable += _open.Favourable;
        AdverseMax = Math.Max(AdverseMax, _open.Adverse);
        FavourableMax = Math.Max(FavourableMax, _open.Favourable);
    }
}
