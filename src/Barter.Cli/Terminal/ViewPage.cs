using Spectre.Console.Rendering;

namespace Barter.Cli.Terminal;

/// <summary>Lines as they stand.</summary>
internal sealed class ViewPage(IReadOnlyList<ViewLine> lines) : Renderable
{
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        foreach (var line in lines)
        {
            foreach (var (text, style) in line.Parts)
            {
                yield return new Segment(text, style);
            }

            yield return Segment.LineBreak;
        }
    }
}
