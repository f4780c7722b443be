namespace Akka.Stress;

/// <summary>A message that knows its place among those that one sender tells one receiver.</summary>
/// <param name="pair">The sender, as the receiver counts them.</param>
/// <param name="number">From 0 up, without a gap.</param>
internal sealed class Parcel(int pair, int number)
{
    public int Pair { get; } = pair;

    public int Number { get; } = number;
}
