using Barter.MarketData.Generation;
using Barter.Model;

namespace Barter.MarketData.Tests.Import;

public class ImportFuzzTests
{
    private const int Rows = 5;
    private const int Few = 11_800;
    private const int Many = 59_000;

    public static TheoryData<string> Formats => RoundTripTests.Formats;

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_broken_file_is_refused_or_says_what_its_rows_say(string name) => Fuzz(name, Few, "few");

    [Theory]
    [Trait("Category", "Slow")]
    [MemberData(nameof(Formats))]
    public void Many_broken_files_are_refused_or_say_what_their_rows_say(string name) => Fuzz(name, Many, "many");

    [Theory]
    [InlineData("gz")]
    [InlineData("zip")]
    public void A_broken_archive_is_refused_or_whole(string kind)
    {
        var draws = SeededDraws.For(Seeds.Current, kind);
        var format = WrittenFormat.Of("tardis-trades");
        var text = Given.Utf8(format.Write(format.Draw(draws, 40)));
        var valid = kind == "gz" ? Given.Zipped(text) : Imported.Zip(("trades.csv", text));
        var whole = FileFuzz.Read("x", valid).Events;
        var refused = 0;
        for (var i = 0; i < 4_000; i++)
        {
            var mutated = FileFuzz.Mutate(valid, 0, draws);
            var (events, refusal) = FileFuzz.Read("x", mutated);
            refused += refusal is null ? 0 : 1;
            Assert.True(
                refusal is not null || mutated.Length == 0 || events.SequenceEqual(whole),
                $"seed {Seeds.Current}, mutation {i}: {Convert.ToBase64String(mutated)}");
        }

        Assert.Equal(40, whole.Count);
        Assert.InRange(refused, 3_000, 4_000);
    }

    private static void Fuzz(string name, int mutations, string part)
    {
        var format = WrittenFormat.Of(name);
        var draws = SeededDraws.For(Seeds.Current, $"{name} {part}");
        var (refused, accepted) = (0, 0);
        for (var i = 0; i < mutations; i++)
        {
            var events = format.Draw(draws, Rows);
            var valid = Given.Utf8(format.Write(events));
            var from = draws.Below(10) == 0 ? 0 : Given.Utf8(format.Header).Length + (format.Header.Length > 0 ? 1 : 0);
            var mutated = FileFuzz.Mutate(valid, from, draws);
            try
            {
                var isRefused = Check(format, events, valid, mutated, from);
                (refused, accepted) = (refused + (isRefused ? 1 : 0), accepted + (isRefused ? 0 : 1));
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException(
                    $"seed {Seeds.Current}, mutation {i} of {name}: {Convert.ToBase64String(mutated)}", failure);
            }
        }

        Assert.InRange(refused, mutations / 20, mutations);
        Assert.InRange(accepted, mutations / 50, mutations);
    }

    private static bool Check(
        WrittenFormat format, MarketEvent[] valid, byte[] validBytes, byte[] mutated, int from)
    {
        var (events, refusal) = FileFuzz.Read(format.File, mutated);
        foreach (var (_, row) in events)
        {
            FileFuzz.AssertLegal(row);
        }

        if (refusal is not null)
        {
            Assert.DoesNotContain(refusal.Message, char.IsControl);
        }

        // A changed header may give columns another meaning, which then is what the file says
        if (from == 0 && format.Header.Length > 0)
        {
            return refusal is not null;
        }

        var lines = FileFuzz.LinesOf(mutated);
        var oracle = new RowOracle(format);
        foreach (var (line, row) in refusal is null ? events : [])
        {
            Assert.Null(oracle.Wrong(row, lines[line - 1]));
        }

        // How long bars are is told by all of the first rows
        if (format.Name != "bars")
        {
            var intact = mutated.AsSpan().CommonPrefixLength(validBytes);
            var whole = validBytes.AsSpan(from, Math.Max(0, intact - from)).Count((byte)'\n');
            var compared = Math.Min(whole, valid.Length);
            Assert.Equal(valid[..compared], events.Take(compared).Select(row => row.Event));
        }

        return refusal is not null;
    }
}
