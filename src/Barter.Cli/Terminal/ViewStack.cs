namespace Barter.Cli.Terminal;

/// <summary>Blocks of lines, one below the other, in so many lines as there are.</summary>
internal static class ViewStack
{
    /// <summary>A heading and something below it.</summary>
    private const int BlockMin = 2;

    /// <summary>Shares the lines out: first the beginning of every block, then the rest, evenly.</summary>
    /// <param name="height">Lines at most.</param>
    /// <param name="blocks">The more important come first; what has no room at all is left out.</param>
    public static IReadOnlyList<ViewLine> Of(int height, params IReadOnlyList<ViewLine>[] blocks)
    {
        var shares = new int[blocks.Length];
        var left = Math.Max(0, height);
        for (var at = 0; at < blocks.Length; at++)
        {
            var least = Math.Min(BlockMin, blocks[at].Count);
            shares[at] = least <= left ? least : 0;
            left -= shares[at];
        }

        while (left > 0 && Hungriest(blocks, shares) is { } at)
        {
            shares[at]++;
            left--;
        }

        var lines = new List<ViewLine>();
        for (var at = 0; at < blocks.Length; at++)
        {
            if (lines.Count > 0 && shares[at] > 0 && left > 0)
            {
                lines.Add(new ViewLine());
                left--;
            }

            lines.AddRange(Cut(blocks[at], shares[at]));
        }

        return lines;
    }

    private static int? Hungriest(IReadOnlyList<ViewLine>[] blocks, int[] shares)
    {
        int? found = null;
        for (var at = 0; at < blocks.Length; at++)
        {
            if (shares[at] > 0 && shares[at] < blocks[at].Count && (found is null || shares[at] < shares[found.Value]))
            {
                found = at;
            }
        }

        return found;
    }

    /// <summary>The last line says how many there was no room for, unless it is the only one.</summary>
    private static IEnumerable<ViewLine> Cut(IReadOnlyList<ViewLine> block, int share) =>
        share <= BlockMin || share == block.Count
            ? block.Take(share)
            : block.Take(share - 1).Append(ViewLine.Of(string.Create(null, $"… {block.Count - share + 1:N0} more")));
}
