namespace Barter.Cli.Chaos;

/// <summary>Draws how lives end; the nth is the same for the same seed, what the process does by then is not.</summary>
internal sealed class KillDice(int seed)
{
    /// <summary>What is likely to find a defect comes up more often.</summary>
    private static readonly KillMoment[] Faces =
    [
        KillMoment.Starting, KillMoment.Starting, KillMoment.Ready, KillMoment.Writing, KillMoment.Writing,
        KillMoment.Writing, KillMoment.Trading, KillMoment.Trading, KillMoment.Running, KillMoment.Ending,
    ];

    private readonly Random _random = new(seed);

    /// <summary>How long to wait; what for depends on the moment.</summary>
    public (KillMoment Moment, double Share) Next() => (Faces[_random.Next(Faces.Length)], _random.NextDouble());
}
