using Barter.Model;

namespace Barter.Engine.Tests;

/// <summary>Positions the slow way: a list of fills that is walked from the start for every question.</summary>
internal sealed class FillOracle
{
    private readonly List<Fill> _fills = [];

    public void Add(Fill fill)
    {
        if (!_fills.Contains(fill))
        {
            _fills.Add(fill);
        }
    }

    public decimal Net(InstrumentIndex instrument) => Of(instrument).Sum(Signed);

    public decimal Fees(InstrumentIndex instrument) => Of(instrument).Sum(fill => fill.Fees.Fees);

    /// <summary>Money in and out, after fees: realised profit is that plus what is held, at its entry.</summary>
    public decimal Cash(InstrumentIndex instrument) =>
        -Of(instrument).Sum(fill => Signed(fill) * fill.Price) - Fees(instrument);

    /// <summary>Average entry price of what is held, as lots that are closed in proportion.</summary>
    public decimal EntryPrice(InstrumentIndex instrument)
    {
        var (net, cost) = (0m, 0m);
        foreach (var fill in Of(instrument))
        {
            var signed = Signed(fill);
            if (net == 0m || Math.Sign(net) == Math.Sign(signed))
            {
                cost += signed * fill.Price;
            }
            else if (Math.Abs(signed) > Math.Abs(net))
            {
                cost = (net + signed) * fill.Price;
            }
            else
            {
                cost += cost / net * signed;
            }

            net += signed;
        }

        return net == 0m ? 0m : cost / net;
    }

    private IEnumerable<Fill> Of(InstrumentIndex instrument) => _fills.Where(fill => fill.Instrument == instrument);

    private static decimal Signed(Fill fill) => fill.Side == Side.Buy ? fill.Quantity : -fill.Quantity;
}
