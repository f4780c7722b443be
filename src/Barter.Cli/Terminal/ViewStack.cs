namespace Barter.Cli.Terminal;

/// <summary>Blocks of lines, one below the other, in so many lines as there are.</summary>
internal static class ViewStack
{
    /// <summary>A heading and something below it.</summary>
    private const int BlockMin = 2;

    /// <summary>Shares the lines out: first the beginning of every block, then the rest, evenly.</summary>
    /// <param name="width">Columns of a line.</param>
    /// <param name="height">Lines at most.</param>
    /// <param name="blocks">The more important come first; what has no room at all is left out.</param>
    public static IReadOnlyList<ViewLine> Of(int width, int height, params IReadOnlyList<ViewLine>[] blocks)
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

            lines.AddRange(Cut(blocks[at], shares[at], width));
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

    /// <summary>The last line says how many there was no room for.</summary>
    private static IEnumerable<ViewLine> Cut(IReadOnlyList<ViewLine> block, int share, int width)
    {
        if (share == 0 || share == block.Count)
        {
            return block.Take(share);
        }

        var more = string.Create(null, $"  … {block.Count - share:N0} more");
        return block.Take(share - 1).Append(
            new ViewLine().Add(block[share - 1]).FitTo(Math.Max(0, width - more.Length)).Add(more).FitTo(width));
    }
}
