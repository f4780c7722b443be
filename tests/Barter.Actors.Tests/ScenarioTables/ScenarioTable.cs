using Barter.Configuration;
using Barter.MarketData;
using Barter.Model;

namespace Barter.Actors.Tests.ScenarioTables;

/// <summary>A file of data/scenarios, read: settings, a market, what is done in it, and what is expected.</summary>
internal sealed class ScenarioTable
{
    public const string Header = "at | do | of | side | price | amount | id | answer";

    private static readonly string[] Settings =
        ["start", "latency", "fees", "have", "cancel-on-drop", "cancel-on-off"];
    private static readonly string[] Market = ["quote", "trade", "drop"];
    private static readonly string[] Orders = ["limit", "post", "ioc", "fok", "day", "market"];
    private static readonly string[] Deeds = [.. Orders, "cancel", "cancel-all", "close", "wake", "fail"];
    private static readonly string[] Facts =
        ["position", "balance", "free", "orders", "earned", "paid", "trading", "link"];

    private readonly string _name;
    private readonly List<TableRow> _rows = [];

    private ScenarioTable(string name) => _name = name;

    /// <summary>What a strategy does, and what is checked on the way and at the end.</summary>
    public IEnumerable<TableRow> Doings => _rows.Where(row => Deeds.Contains(row.Do) || Facts.Contains(row.Do));

    public Timestamp Start => Timestamp.Parse(
        _rows.Find(row => row.Do == "start")?.Of ?? "2025-06-02T09:00:00Z");

    public bool Has(string setting) => _rows.Exists(row => row.Do == setting);

    public static bool IsOrder(TableRow row) => Orders.Contains(row.Do);

    public static bool IsFact(TableRow row) => Facts.Contains(row.Do);

    /// <exception cref="FormatException">A line cannot be read; the message names file and line.</exception>
    public static ScenarioTable Read(string name, string text)
    {
        var table = new ScenarioTable(name);
        var lines = text.Split('\n');
        var hasHeader = false;
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at].Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (!hasHeader)
            {
                hasHeader = string.Join(" | ", cells) == Header;
                table.Demand(hasHeader, at, $"the first row must be '{Header}'");
                continue;
            }

            table.Demand(cells.Length == 8, at, $"{cells.Length} cells where 8 are needed");
            table._rows.Add(table.RowOf(at, cells));
        }

        table.DemandThatAllHappens();
        return table;
    }

    public SystemConfig Config()
    {
        Instrument[] instruments =
        [
            Instrument.Spot(ExchangeId.BinanceSpot, "BTCUSDT", "btc", "usdt"),
            Instrument.Spot(ExchangeId.BinanceSpot, "ETHUSDT", "eth", "usdt"),
        ];
        var fees = _rows.Find(row => row.Do == "fees");
        return new SystemConfig(instruments.ToValueList(),
        [
            new SimulatedExecutionConfig(
                ExchangeId.BinanceSpot,
                TimeSpan.FromMilliseconds((double)(_rows.Find(row => row.Do == "latency")?.Amount ?? 100m)),
                fees?.Price[0] ?? 0m,
                fees?.Amount ?? 0m,
                _rows.Where(row => row.Do == "have")
                    .Select(row => new StartingBalance(row.Of, new Balance(row.Amount, row.Amount)))
                    .ToValueList()),
        ]);
    }

    public IMarketDataSource MarketData()
    {
        var catalog = Config().BuildCatalog();
        return new InMemoryMarketData(_rows.Where(row => Market.Contains(row.Do)).Select(row => EventOf(row, catalog)));
    }

    private MarketEvent EventOf(TableRow row, InstrumentCatalog catalog)
    {
        if (row.Do == "drop")
        {
            return MarketEvent.Reconnecting(ExchangeId.BinanceSpot);
        }

        var (time, index) = (Start + row.At!.Value, catalog.FindInstrument(ExchangeId.BinanceSpot, row.Of));
        return row.Do == "trade"
            ? MarketEvent.OfTrade(
                ExchangeId.BinanceSpot, index, time, time, row.Line, row.Price[0], row.Amount, row.Side)
            : MarketEvent.OfL1(ExchangeId.BinanceSpot, index, time, time, new OrderBookL1(
                time, new Level(row.Price[0], row.Amount), new Level(row.Price[1], row.Amount)));
    }

    private TableRow RowOf(int at, string[] cells)
    {
        Demand(
            Settings.Concat(Market).Concat(Deeds).Concat(Facts).Contains(cells[1]), at,
            $"nothing is called '{cells[1]}'");
        var isSetting = Settings.Contains(cells[1]);
        Demand(isSetting == (cells[0].Length == 0), at, "a setting has no time, and all else has one");
        Demand(cells[3] is "" or "buy" or "sell", at, $"'{cells[3]}' is no side");
        return new TableRow(
            at + 1,
            isSetting
                ? null
                : cells[0] == "end" ? TimeSpan.MaxValue : TimeSpan.FromSeconds((double)Number(at, cells[0])),
            cells[1],
            cells[2],
            cells[3] == "sell" ? Side.Sell : Side.Buy,
            cells[4].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(text => Number(at, text)).ToValueList(),
            cells[5].Length == 0 ? 0m : Number(at, cells[5]),
            cells[6],
            cells[7]);
    }

    private decimal Number(int at, string text)
    {
        Demand(DecimalText.TryParse(text.Trim(), out var number), at, $"'{text}' is not a number");
        return number;
    }

    /// <summary>The run ends with its market: what a table does later would silently not happen.</summary>
    private void DemandThatAllHappens()
    {
        var last = _rows.Where(row => Market.Contains(row.Do)).Max(row => row.At) ?? TimeSpan.Zero;
        foreach (var row in Doings)
        {
            Demand(
                row.At <= last || (row.IsEnd && Facts.Contains(row.Do)), row.Line - 1,
                $"'{row.Do}' is later than the last market event");
        }
    }

    private void Demand(bool holds, int at, string otherwise)
    {
        if (!holds)
        {
            throw new FormatException($"{_name}:{at + 1}: {otherwise}");
        }
    }
}
