using Barter.Benchmarks.Loop;
using Barter.Benchmarks.Measuring;
using Xunit.Abstractions;

namespace Barter.Benchmarks.Tests;

/// <summary>Benchmarks that are held to a figure, in a process of their own: what tests run is not optimised.</summary>
internal static class Measured
{
    private static readonly string Program =
        Repository.PathOf("artifacts/bin/Barter.Benchmarks/release/Barter.Benchmarks.dll");

    /// <summary>Passes if one of three runs does.</summary>
    /// <remarks>What one loses to the work of others, the next need not lose; slower code loses every time.</remarks>
    public static async Task HoldAsync(ITestOutputHelper output, params string[] benchmark)
    {
        var built = await Child.RunAsync(
            "dotnet", "build", Repository.PathOf("tests/Barter.Benchmarks"), "-c", "Release", "-nologo", "-v", "q");
        Assert.True(built.Code == 0, built.Said);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var ran = await Child.RunAsync("dotnet", [Program, .. benchmark]);
            output.WriteLine(ran.Said);
            if (ran.Code == 0)
            {
                return;
            }
        }

        Assert.Fail("three runs of three have missed");
    }
}
