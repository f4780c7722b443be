using System.Text.Json;
using Barter.Model;
using Barter.Statistics;

namespace Barter.Backtest.Reporting;

/// <summary>Two results side by side: their key figures, and the difference.</summary>
/// <param name="First">The name of the first.</param>
/// <param name="Second">The name of the second.</param>
/// <param name="Figures">In the order of the documents; those that neither has are left out.</param>
public sealed record ResultComparison(string First, string Second, ValueList<ComparedFigure> Figures)
{
    private static readonly string[] Run =
        ["market_events", "orders_sent", "cancels_sent", "fills", "orders_rejected", "risk_refusals"];

    private static readonly string[] Portfolio =
    [
        "nav_start", "nav_end", "total_return", "cagr", "volatility", "sharpe_ratio", "sortino_ratio", "calmar_ratio",
        "drawdown_max", "time_in_market", "turnover",
    ];

    private static readonly string[] Instrument =
    [
        "pnl", "fees", "pnl_return", "sharpe_ratio", "sortino_ratio", "calmar_ratio", "pnl_drawdown_max", "win_rate",
        "profit_factor", "positions_closed",
    ];

    /// <summary>Whether both runs saw and did the same, step by step; none where one does not say.</summary>
    public bool? IsSameRun { get; private init; }

    public static ResultComparison Of(StoredResult first, StoredResult second)
    {
        var rows = Run.Select(key => (string[])["run", key])
            .Concat(Portfolio.Select(key => (string[])["portfolio", key]))
            .Concat(Names(first, second, "instruments")
                .SelectMany(name => Instrument.Select(key => (string[])["instruments", name, key])))
            .Concat(Names(first, second, "assets").Select(name => (string[])["assets", name, "balance_end"]))
            .Select(path => new ComparedFigure(
                string.Join('.', path), NumberOf(first.Root, path), NumberOf(second.Root, path)))
            .Where(row => row.First is not null || row.Second is not null);
        var digests = (first.Root.Text("run", "audit_digest"), second.Root.Text("run", "audit_digest"));
        return new ResultComparison(first.Name, second.Name, rows.ToValueList())
        {
            IsSameRun = digests is ({ } left, { } right)
                ? string.Equals(left, right, StringComparison.Ordinal)
                : null,
        };
    }

    /// <summary>Ends with a newline; figures are text, as in the results.</summary>
    public string ToJson(bool indented = false) => TradingSummaryJson.Write(
        new OrderedDictionary<string, object?>(StringComparer.Ordinal)
        {
            ["first"] = First,
            ["second"] = Second,
            ["steps"] = IsSameRun switch { true => "same", false => "different", null => null },
            ["figures"] = new OrderedDictionary<string, object?>(
                Figures.Select(row => KeyValuePair.Create(row.Path, (object?)FigureOf(row))), StringComparer.Ordinal),
        },
        indented) + "\n";

    /// <summary>For people to read: a row for each figure.</summary>
    public SummaryTable ToTable() => new(
        "Comparison",
        ["", First, Second, "Difference"],
        Figures
            .Select(row => ValueList.Create<string>(
            [
                row.Path, Text(row.Path, row.First), Text(row.Path, row.Second), Change(row),
            ]))
            .ToValueList());

    private static string Change(ComparedFigure row) => row.Difference switch
    {
        null => Words.NotAvailable,
        > 0m => "+" + Text(row.Path, row.Difference),
        _ => Text(row.Path, row.Difference),
    };

    private static string Text(string path, decimal? value) => value is { } known
        ? MetricText.Of(path[(path.LastIndexOf('.') + 1)..], known).Replace('\u2212', '-').Replace('\u00a0', ' ')
        : Words.NotAvailable;

    private static OrderedDictionary<string, object?> FigureOf(ComparedFigure row) => new(StringComparer.Ordinal)
    {
        ["first"] = row.First,
        ["second"] = row.Second,
        ["difference"] = row.Difference,
    };

    private static IEnumerable<string> Names(StoredResult first, StoredResult second, string key) =>
        first.Root.Members(key).Concat(second.Root.Members(key))
            .Select(row => row.Name)
            .Distinct(StringComparer.Ordinal);

    private static decimal? NumberOf(JsonElement root, string[] path) => root.At(path) is { } found
        ? JsonReading.AsNumber(found) ?? found.Number("value") ?? found.Number("total")
        : null;
}
