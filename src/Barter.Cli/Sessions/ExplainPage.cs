using System.Text;
using Barter.Model;

namespace Barter.Cli.Sessions;

/// <summary>The story of an order, for people and for programs.</summary>
internal sealed class ExplainPage(OrderStory story)
{
    private readonly OrderVerdict _verdict = OrderVerdict.Of(story);

    private OrderRequestOpen Request => story.Request!;

    public string ToText()
    {
        var text = new StringBuilder();
        text.Append(null, $"{Request.Key.ClientOrderId}: {OrderWords.Of(Request, story.Catalog!)}\n");
        text.Append(null, $"{_verdict.Outcome}: {_verdict.Sentence}\n\n");
        var times = story.Lines.Select(line => line.At.ToString()).ToArray();
        var width = times.Select(time => time.Length).DefaultIfEmpty(0).Max();
        var entries = story.Lines.Select(line => line.Entry.ToString("N0", null)).ToArray();
        var digits = entries.Select(entry => entry.Length).DefaultIfEmpty(0).Max();
        for (var at = 0; at < times.Length; at++)
        {
            var line = story.Lines[at];
            var isSame = at > 0 && story.Lines[at - 1].Entry == line.Entry;
            text.Append(isSame ? new string(' ', width) : times[at].PadRight(width)).Append("  ");
            text.Append(isSame ? new string(' ', digits + 1) : "#" + entries[at].PadLeft(digits)).Append("  ");
            text.Append(line.Text).Append('\n');
        }

        return text.ToString();
    }

    public string ToJson() => JsonText.Line(json =>
    {
        json.WriteString("order", Request.Key.ClientOrderId.Value);
        json.WriteString("instrument", story.Catalog![Request.Key.Instrument].Name);
        json.WriteString("outcome", _verdict.Outcome);
        json.WriteString("why", _verdict.Sentence);
        json.WritePropertyName("request");
        ModelJson.OpenRequests.Write(json, Request);
        json.WriteString("filled", DecimalText.Format(story.Fills.Sum(fill => Math.Abs(fill.Quantity))));
        json.WriteStartArray("timeline");
        foreach (var line in story.Lines)
        {
            json.WriteStartObject();
            json.WriteString("at", line.At.ToString());
            json.WriteNumber("entry", line.Entry);
            json.WriteString("kind", line.Kind);
            json.WriteString("text", line.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
