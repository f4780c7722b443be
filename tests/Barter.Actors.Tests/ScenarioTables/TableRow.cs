using Barter.Model;

namespace Barter.Actors.Tests.ScenarioTables;

/// <summary>A row of a scenario table.</summary>
/// <param name="Line">Where it stands in its file.</param>
/// <param name="At">When it happens since the start; none for a setting, the longest time for the end.</param>
/// <param name="Do">What happens.</param>
/// <param name="Of">An instrument or an asset.</param>
/// <param name="Side">Of an order or a trade.</param>
/// <param name="Price">One number, or bid and ask.</param>
/// <param name="Amount">How much.</param>
/// <param name="Id">Names an order or a timer.</param>
/// <param name="Answer">What is expected of it.</param>
internal sealed record TableRow(
    int Line, TimeSpan? At, string Do, string Of, Side Side, ValueList<decimal> Price, decimal Amount, string Id,
    string Answer)
{
    public bool IsEnd => At == TimeSpan.MaxValue;
}
