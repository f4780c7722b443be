using Barter.MarketData.Generation;

namespace Barter.MarketData.Tests.Generation;

public class SeededDrawsTests
{
    [Fact]
    public void The_sequence_is_the_published_one()
    {
        var draws = new SeededDraws(1_234_567);

        Assert.Equal(
            [
                6457827717110365317UL, 3203168211198807973, 9817491932198370423, 4593380528125082431,
                16408922859458223821,
            ],
            Enumerable.Range(0, 5).Select(_ => draws.Next()));
    }

    [Fact]
    public void Draws_reach_both_ends_of_their_range()
    {
        var draws = new SeededDraws(Seeds.Current);

        Assert.Equal([2L, 3, 4], Enumerable.Range(0, 200).Select(_ => draws.Between(2, 4)).Distinct().Order());
    }

    [Fact]
    public void Normal_draws_have_mean_zero_and_deviation_one()
    {
        var draws = new SeededDraws(Seeds.Current);
        var normals = Enumerable.Range(0, 20_000).Select(_ => draws.Normal()).ToArray();

        Assert.InRange(normals.Average(), -0.04m, 0.04m);
        Assert.InRange(normals.Average(draw => draw * draw), 0.94m, 1.06m);
    }
}
