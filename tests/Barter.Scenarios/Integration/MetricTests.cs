using Barter.Model;

namespace Barter.Scenarios.Integration;

// The reference's float is our Number, a decimal
public sealed class MetricTests
{
    private static readonly MetricTag Tag = new("key1", "value1");
    private static readonly MetricField Field = new("field1", new MetricValue.Number(1.0m));
    private static readonly Metric Metric =
        new("test_metric", Timestamp.FromUnixMillis(1234567890), [Tag], [Field]);

    [Fact]
    [Trait("Case", "INT-004")]
    [Trait("Case", "INT-007")]
    public void A_metric_holds_its_name_its_time_its_tags_and_its_fields()
    {
        Assert.Equal(("test_metric", "1970-01-15T06:56:07.890Z"), (Metric.Name, Metric.Time.ToString()));
        Assert.Equal([Tag], Metric.Tags);
        Assert.Equal([Field], Metric.Fields);
        Assert.StartsWith(nameof(Metric), Metric.ToString());
    }

    [Fact]
    [Trait("Case", "INT-006")]
    public void Metrics_are_equal_by_what_they_hold()
    {
        Assert.Equal(new("test_metric", Timestamp.FromUnixMillis(1234567890), [Tag], [Field]), Metric);
        Assert.NotEqual(Metric with { Name = "other_metric" }, Metric);
    }

    [Fact]
    [Trait("Case", "MET-013")]
    public void A_metric_may_be_empty()
    {
        var empty = new Metric("empty_metric", Timestamp.FromUnixMillis(0), [], []);

        Assert.Equal(("empty_metric", Timestamp.Epoch), (empty.Name, empty.Time));
        Assert.Equal((0, 0), (empty.Tags.Count, empty.Fields.Count));
    }

    [Fact]
    [Trait("Case", "MET-001")]
    [Trait("Case", "INT-009")]
    public void Tags_are_equal_by_key_and_value()
    {
        Assert.Equal(("key1", "value1"), (Tag.Key, Tag.Value));
        Assert.Equal(new MetricTag("key1", "value1"), Tag);
        Assert.NotEqual(new MetricTag("key2", "value1"), Tag);
    }

    [Fact]
    [Trait("Case", "INT-011")]
    public void Tags_are_sorted_by_key()
    {
        MetricTag[] tags = [new("b", "1"), new("a", "2"), new("a", "1")];

        Assert.Equal(["a=1", "a=2", "b=1"], tags.Order().Select(tag => tag.ToString()));
    }

    [Fact]
    [Trait("Case", "INT-012")]
    [Trait("Case", "INT-014")]
    [Trait("Case", "MET-010")]
    public void A_field_holds_its_key_and_value()
    {
        var signed = new MetricField("test_field", new MetricValue.Signed(42));

        Assert.Equal(("field1", new MetricValue.Number(1m)), (Field.Key, Field.Value));
        Assert.Equal(("test_field", new MetricValue.Signed(42)), (signed.Key, signed.Value));
        Assert.Contains("Field", Field.ToString());
    }

    [Fact]
    [Trait("Case", "MET-011")]
    public void Fields_are_equal_by_key_and_value()
    {
        Assert.Equal(new MetricField("field1", new MetricValue.Number(1m)), Field);
        Assert.NotEqual(new MetricField("field1", new MetricValue.Number(2m)), Field);
    }

    [Fact]
    [Trait("Case", "INT-015")]
    [Trait("Case", "INT-021")]
    [Trait("Case", "MET-003")]
    [Trait("Case", "MET-008")]
    public void A_number_is_a_decimal()
    {
        MetricValue value = new MetricValue.Number(1.50m);

        Assert.Equal(1.5m, Assert.IsType<MetricValue.Number>(value).Value);
        Assert.Equal("1.5", value.ToString());
        Assert.Equal(new MetricValue.Number(3.14m), new MetricValue.Number(3.14m));
        Assert.NotEqual(new MetricValue.Number(2.71m), new MetricValue.Number(3.14m));
    }

    [Fact]
    [Trait("Case", "INT-017")]
    [Trait("Case", "MET-005")]
    public void An_unsigned_value_is_no_other_number()
    {
        MetricValue value = new MetricValue.Unsigned(42);

        Assert.Equal(42UL, Assert.IsType<MetricValue.Unsigned>(value).Value);
        Assert.NotEqual(new MetricValue.Number(42m), value);
        Assert.NotEqual(new MetricValue.Signed(42), value);
    }

    [Fact]
    [Trait("Case", "INT-019")]
    public void A_text_is_a_value() =>
        Assert.Equal("hello", Assert.IsType<MetricValue.Text>((MetricValue)new MetricValue.Text("hello")).Value);

    [Fact]
    [Trait("Case", "MET-006")]
    public void A_flag_is_a_value()
    {
        MetricValue value = new MetricValue.Flag(true);

        Assert.True(Assert.IsType<MetricValue.Flag>(value).Value);
        Assert.Equal("true", value.ToString());
    }
}
