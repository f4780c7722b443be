using System.Text.RegularExpressions;
using Barter.Actors.Hosting;
using Barter.Actors.Instrumentation;
using Barter.Actors.Tests.Instrumentation;

namespace Barter.Actors.Tests.Hosting;

/// <summary>What docs/hosting.md says is so.</summary>
public sealed partial class DocumentTests
{
    private readonly string _text = File.ReadAllText(Repository.File("docs/hosting.md"));

    [Fact]
    public void The_example_is_a_part_of_the_sample_that_is_compiled()
    {
        var sample = File.ReadAllText(Repository.File("samples/PaperHost/Program.cs"));

        Assert.NotEmpty(Examples().Matches(_text));
        Assert.All(Examples().Matches(_text), example =>
            Assert.Contains(example.Groups[1].Value, sample, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_option_has_a_row() => Assert.All(
        typeof(HostedSessionOptions).GetProperties(),
        option => Assert.Matches($"(?m)^\\| .*`{option.Name}[`:]", _text));

    [Fact]
    public void Every_instrument_has_a_row_and_every_row_an_instrument()
    {
        using var meters = new Meters();
        _ = new SessionMetrics(meters, "one", Hosts.Spot.BuildCatalog(), null);

        Assert.Equal(
            meters.Instruments.Order(StringComparer.Ordinal),
            Rows().Matches(_text).Select(row => row.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Examples();

    [GeneratedRegex(@"^\| `(barter\.[a-z_.]+)`", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
