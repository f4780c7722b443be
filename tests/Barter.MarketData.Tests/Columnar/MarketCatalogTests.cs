using Barter.MarketData.Generation;
using Barter.MarketData.Recorded.Columnar;
using Barter.Model;

namespace Barter.MarketData.Tests.Columnar;

public class MarketCatalogTests
{
    private static readonly ValueList<StoredInstrument> Instruments = StoredInstrument.AllOf(Given.Catalog);

    [Fact]
    public void A_folder_is_read_as_its_files_merged_by_time_and_then_in_the_order_of_the_manifest()
    {
        using var folder = new TempFile(name: "catalogue");
        var draws = SeededDraws.For(Seeds.Current, "merge");
        var parts = Enumerable.Range(0, 7).Select(_ => new SeededEvents(draws).Take(3_000)).ToArray();
        Fill(folder.Path, parts);
        var options = new RecordedMarketDataOptions
        {
            From = parts[3].First(told => !told.IsReconnecting).TimeExchange.AddNanos(5_000_000),
            Instruments = [new InstrumentIndex(0), new InstrumentIndex(3)],
        };

        var all = Reading.Of(new RecordedMarketData(folder.Path, Given.Catalog));
        var some = Reading.Of(new RecordedMarketData(folder.Path, Given.Catalog, options));

        Assert.Null(all.Failure);
        Exactly.Equal([.. Merge(parts, RecordedMarketDataOptions.Default)], all.Events);
        Exactly.Equal([.. Merge(parts, options)], some.Events);
    }

    [Fact]
    public void Files_of_one_day_each_are_opened_one_after_the_other()
    {
        using var folder = new TempFile(name: "catalogue");
        var days = Enumerable.Range(0, 400)
            .Select(day => new[] { ColumnarSelectionTests.Trade(
                default, Given.Time.AddNanos(day * Timestamp.NanosPerDay), day) })
            .ToArray();
        Fill(folder.Path, days);

        var reading = Reading.Of(new RecordedMarketData(folder.Path, Given.Catalog));
        var last = Reading.Of(new RecordedMarketData(folder.Path, Given.Catalog, new RecordedMarketDataOptions
        {
            From = days[^2][0].TimeExchange,
        }));

        Assert.Equal(days.SelectMany(day => day), reading.Events);
        Assert.Equal(2, last.Events.Count);
    }

    [Fact]
    public void The_manifest_says_what_there_is()
    {
        using var folder = new TempFile(name: "catalogue");
        Fill(folder.Path, [[.. Given.EveryKind], [.. Given.EveryKind]]);

        var catalog = MarketCatalog.Open(folder.Path);

        Assert.Equal(["part-0.bmd", "deep/part-1.bmd"], catalog.Files.Select(file => file.Name));
        Assert.Equal("deep/part-1.bmd", catalog.FindSource("hash 1")?.Name);
        Assert.Null(catalog.FindSource("hash 2"));
        Assert.Equal(
            StoredMarketData.Describe(catalog.PathOf("part-0.bmd")), catalog.Files[0].Content);
        Assert.Equal(Given.EveryKind.Length, catalog.Files[0].Content.Count);
    }

    [Fact]
    public void What_was_not_committed_leaves_nothing()
    {
        using var folder = new TempFile(name: "catalogue");
        var catalog = MarketCatalog.OpenOrCreate(folder.Path);
        using (var writer = catalog.Create("lost.bmd", Instruments))
        {
            writer.Add(Given.EveryKind);
        }

        Assert.Empty(MarketCatalog.Open(folder.Path).Files);
        Assert.Equal([".lock", "manifest.json"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_file_that_was_interrupted_before_its_manifest_is_written_again()
    {
        using var folder = new TempFile(name: "catalogue");
        var catalog = MarketCatalog.OpenOrCreate(folder.Path);
        File.WriteAllText(catalog.PathOf("part-0.bmd"), "left behind");

        Fill(folder.Path, [[.. Given.EveryKind]]);

        Assert.Equal(
            Given.EveryKind, Reading.Of(new RecordedMarketData(folder.Path, Given.Catalog)).Events);
    }

    [Fact]
    public void Two_who_have_opened_one_folder_may_both_add_to_it()
    {
        using var folder = new TempFile(name: "catalogue");
        var (left, right) = (MarketCatalog.OpenOrCreate(folder.Path), MarketCatalog.OpenOrCreate(folder.Path));

        Add(left, "left.bmd", Given.EveryKind);
        Add(right, "right.bmd", Given.EveryKind);

        Assert.Equal(2, MarketCatalog.Open(folder.Path).Files.Count);
        Assert.Throws<ArgumentException>(() => Add(left, "right.bmd", Given.EveryKind));
    }

    [Theory]
    [InlineData("../out.bmd")]
    [InlineData("/out.bmd")]
    [InlineData("a//b.bmd")]
    [InlineData("day.json")]
    [InlineData("")]
    public void A_name_stays_within_the_folder(string name)
    {
        using var folder = new TempFile(name: "catalogue");

        Assert.Throws<ArgumentException>(() => MarketCatalog.OpenOrCreate(folder.Path).Create(name, Instruments));
    }

    [Theory]
    [InlineData("{", "is no manifest")]
    [InlineData("[]", "is no manifest")]
    [InlineData("{}", "is no manifest")]
    [InlineData("""{"format":"barter-market-data","version":2,"files":[]}""", "version 1")]
    [InlineData("""{"format":"barter-market-data","version":1,"files":[{"name":"../x.bmd"}]}""", "within the folder")]
    [InlineData("""{"format":"barter-market-data","version":1,"files":{}}""", "is no manifest")]
    public void A_broken_manifest_is_refused(string text, string told)
    {
        using var folder = new TempFile(text, "manifest.json");

        var failure = Assert.Throws<MarketDataException>(
            () => new RecordedMarketData(folder.Folder, Given.Catalog).Open());

        Assert.Contains(told, failure.Message, StringComparison.Ordinal);
        Assert.Contains("manifest.json", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_the_one_of_the_manifest_is_refused()
    {
        using var folder = new TempFile(name: "catalogue");
        Fill(folder.Path, [[.. Given.EveryKind]]);
        ColumnarRoundTripTests.Write(Path.Combine(folder.Path, "part-0.bmd"), Given.EveryKind.AsSpan(1));

        var failure = Reading.Of(new RecordedMarketData(folder.Path, Given.Catalog)).Failure;

        Assert.Contains("is not the file that the manifest tells of", failure?.Message, StringComparison.Ordinal);
    }

    private static void Fill(string folder, MarketEvent[][] parts)
    {
        var catalog = MarketCatalog.OpenOrCreate(folder);
        for (var i = 0; i < parts.Length; i++)
        {
            Add(catalog, i == 1 ? $"deep/part-{i}.bmd" : $"part-{i}.bmd", parts[i], i);
        }
    }

    private static void Add(MarketCatalog catalog, string name, MarketEvent[] events, int number = 0)
    {
        using var writer = catalog.Create(name, Instruments);
        writer.Add(events);
        catalog.Add(writer, name, $"source {number}", $"hash {number}");
    }

    /// <summary>Sorts by the latest time up to each event, which keeps what is equal in order.</summary>
    private static IEnumerable<MarketEvent> Merge(MarketEvent[][] parts, RecordedMarketDataOptions options) => parts
        .SelectMany(part => ColumnarSelectionTests.Placed(part, options))
        .OrderBy(row => row.Place)
        .Select(row => row.Event);
}
