namespace Akka.Simulation;

/// <summary>Checks probabilities.</summary>
internal static class Probability
{
    public static double Checked(double probability) => probability is >= 0 and <= 1
        ? probability
        : throw new ArgumentOutOfRangeException(nameof(probability), probability, "a probability is from 0 to 1");
}
