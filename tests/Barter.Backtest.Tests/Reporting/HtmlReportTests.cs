using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Barter.Backtest.Reporting;
using Barter.Engine.Strategies;
using Barter.MarketData;
using static Barter.Backtest.Tests.Scene;

namespace Barter.Backtest.Tests.Reporting;

public sealed class HtmlReportTests
{
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_page_needs_nothing_but_itself()
    {
        var page = HtmlReport.Write(StoredResult.Of(Traded()));

        var addresses = Regex.Matches(page, "https?://[^\"]*", RegexOptions.None, TimeSpan.FromSeconds(5));
        Assert.Equal(
            [Html.NamespaceName, Svg.NamespaceName], addresses.Select(match => match.Value).Distinct());
        Assert.DoesNotContain("url(", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(
            Parsed(page).Descendants().Attributes(), attribute => attribute.Name.LocalName is "src" or "href");
    }

    [Fact]
    public void Assumptions_come_before_any_figure()
    {
        var sections = Parsed(HtmlReport.Write(StoredResult.Of(Traded())))
            .Descendants(Html + "section")
            .Select(section => section.Attribute("id")!.Value);

        Assert.Equal(
            ["assumptions", "figures", "equity", "returns", "trades", "portfolio", "instruments", "assets", "orders"],
            sections);
    }

    [Fact]
    public void Every_chart_has_a_title_a_description_and_something_to_see()
    {
        var charts = Parsed(HtmlReport.Write(StoredResult.Of(Traded()))).Descendants(Svg + "svg").ToArray();

        Assert.InRange(charts.Length, 8, 20);
        Assert.All(charts, chart =>
        {
            Assert.NotEqual("", chart.Element(Svg + "title")!.Value);
            Assert.NotEqual("", chart.Element(Svg + "desc")!.Value);
            Assert.True(chart.Elements().Any(shape => IsDrawn(shape)), $"{chart}");
            Assert.DoesNotContain("NaN", chart.ToString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_same_result_gives_the_same_bytes_fresh_and_stored()
    {
        var result = Traded();

        var page = HtmlReport.Write(StoredResult.Of(result));

        Assert.Equal(page, HtmlReport.Write(StoredResult.Of(Traded())));
        Assert.Equal(page, HtmlReport.Write(StoredResult.Parse("stored", BacktestJson.Write(result, indented: true))));
    }

    [Fact]
    public void A_run_without_fills_has_no_empty_charts()
    {
        var result = Backtester.Run(
            new BacktestArgsConstant(Config(), new InMemoryMarketData([Trade(0, 100m)])) { RecordSeries = true },
            Dynamic(() => new NoOrders()));

        var page = HtmlReport.Write(StoredResult.Of(result));

        var document = Parsed(page);
        Assert.Empty(document.Descendants(Svg + "svg"));
        Assert.DoesNotContain(
            document.Descendants(Html + "section"), section => section.Attribute("id")!.Value is "trades");
        Assert.Contains("No order was sent.", page, StringComparison.Ordinal);
        Assert.Contains("no position was closed", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_series_says_how_to_have_charts()
    {
        var page = HtmlReport.Write(StoredResult.Of(Traded() with { Series = null }));

        Assert.Empty(Parsed(page).Descendants(Svg + "svg"));
        Assert.Contains("run it with --series", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_text_and_not_markup()
    {
        const string Name = "<script>alert('x')</script>&\"\u0001";
        var dynamic = new BacktestArgsDynamic(Name, 0m) { Parameters = [Name] };
        var result = Backtester.Run(Constant(Config(), Trade(0, 100m)), dynamic);

        var page = HtmlReport.Write(StoredResult.Of(result));

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(
            "Backtest <script>alert('x')</script>&\"\uFFFD",
            Assert.Single(Parsed(page).Descendants(Html + "h1")).Value);
    }

    [Fact]
    public void A_sheet_of_the_portfolio_is_shown_where_there_is_one()
    {
        var json = Document();
        json["portfolio"] = JsonNode.Parse(
            """
            {
              "currency": "usdt", "nav_start": "100", "nav_end": "150", "total_return": "0.5", "drawdown_max": "0.25",
              "sharpe_ratio": { "value": null, "interval": "Daily" }, "time_under_water_max_ms": 5400000,
              "drawdowns": [ { "value": "0.25", "time_peak": "2025-03-01T10:00:00Z", "time_recovery": null } ],
              "months": { "2025-02": "0.1", "2025-03": "-0.05" }, "undefined": { "sharpe_ratio": "no_losses" }
            }
            """);

        var page = HtmlReport.Write(StoredResult.Parse("a", json.ToJsonString()));

        var text = Parsed(page).Root!.Value;
        Assert.Contains("Equity at the end150.00usdt", text, StringComparison.Ordinal);
        Assert.Contains("Return+50.00\u00a0%+50.00", text, StringComparison.Ordinal);
        Assert.Contains("Sharpe ratio, Dailyn/athere was no loss", text, StringComparison.Ordinal);
        Assert.Contains("25.00\u00a0%1 Mar 2025, 10:00:00not yetnot yet", text, StringComparison.Ordinal);
        Assert.Contains("1 h 30 min", text, StringComparison.Ordinal);
        Assert.Contains("+10.00\u00a0%\u22125.00\u00a0%", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"x\"")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("-1e20")]
    public void A_document_with_something_odd_in_it_still_gives_a_page(string odd)
    {
        var whole = Document().ToJsonString();
        var paths = Paths(Document(), []).ToArray();

        Assert.True(paths.Length > 100, $"{paths.Length} paths");
        Assert.All(paths, path =>
        {
            var json = JsonNode.Parse(whole)!;
            var parent = path[..^1].Aggregate(json, (node, key) => key is int i ? node[i]! : node[(string)key]!);
            if (path[^1] is int index)
            {
                parent[index] = JsonNode.Parse(odd);
            }
            else
            {
                parent[(string)path[^1]] = JsonNode.Parse(odd);
            }

            try
            {
                Parsed(HtmlReport.Write(StoredResult.Parse("odd", json.ToJsonString())));
            }
            catch (BacktestException)
            {
                // Without its sheets it is no result
                Assert.Single(path);
            }
        });
    }

    [Theory]
    [InlineData("no JSON", "hello", "a.json: is not JSON, at line 1")]
    [InlineData("another document", "{\"a\":1}", "a.json: is not a trading summary, as it has no 'time_engine_start'")]
    [InlineData("a list", "[]", "a.json: is not a trading summary")]
    public void What_is_no_result_is_refused_by_name(string what, string json, string message)
    {
        var refusal = Assert.Throws<BacktestException>(() => StoredResult.Parse("a.json", json));

        Assert.True(refusal.Message.StartsWith(message, StringComparison.Ordinal), $"{what}: {refusal.Message}");
    }

    private static BacktestResult Traded() => Backtester.Run(
        new BacktestArgsConstant(Config(fees: 0.05m), new InMemoryMarketData(Random(seed: 7, count: 2_000)))
        {
            RecordSeries = true,
        },
        Dynamic(() => new EmaCross(5, 25, 800m)));

    /// <summary>A result with few points, as each of its values is to be spoiled.</summary>
    private static JsonNode Document()
    {
        var constant = new BacktestArgsConstant(
            Config(fees: 0.05m),
            new InMemoryMarketData([Quote(0, 99m, 101m), Quote(1_500, 109m, 111m), Trade(4_000, 95m)]))
        {
            RecordSeries = true,
        };
        return JsonNode.Parse(BacktestJson.Write(Backtester.Run(constant, Dynamic(() => new BuyAndHold(500m)))))!;
    }

    private static IEnumerable<object[]> Paths(JsonNode? node, object[] path)
    {
        IEnumerable<(object Key, JsonNode? Value)> children = node switch
        {
            JsonObject map => map.Select(row => ((object)row.Key, row.Value)),
            JsonArray list => list.Select((item, index) => ((object)index, item)),
            _ => [],
        };
        foreach (var (key, value) in children)
        {
            object[] here = [.. path, key];
            yield return here;
            foreach (var below in Paths(value, here))
            {
                yield return below;
            }
        }
    }

    private static bool IsDrawn(XElement shape) =>
        shape.Attribute("class")?.Value is "line" or "fall" or "price" or "bar" or "bar loss";

    private static XDocument Parsed(string page)
    {
        using var reader = XmlReader.Create(
            new StringReader(page), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }
}
