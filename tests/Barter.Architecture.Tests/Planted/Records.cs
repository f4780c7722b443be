using Barter.Model;

namespace Barter.Architecture.Tests.Planted;

/// <summary>Records and structs, most of which can change.</summary>
internal static class Records
{
    internal record Unsealed(int Value);

    internal sealed record Under(int Value) : Unsealed(Value);

    internal abstract record Open;

    internal abstract record Union
    {
        private Union()
        {
        }

        internal sealed record Case(int Value) : Union;
    }

    internal sealed record Settable
    {
        public decimal Price { get; set; }
    }

    internal sealed record Assignable
    {
        public decimal Price = 1m;
    }

    internal sealed record Listing(List<int> Rows);

    internal sealed record Mapping(IDictionary<string, int> Rows);

    internal sealed record Arraying(int[] Rows);

    internal sealed record Containing(ValueList<Settable?> Inside);

    internal sealed record Referring
    {
        private readonly PerAsset<int> _rows = new(1, _ => 0);

        public ref int Row => ref _rows[default];
    }

    internal sealed record Lasting(ValueList<Union> Rows, string Text, Timestamp? Time)
    {
        public int Count { get; init; }
    }

    internal record struct Moving(int X);

    internal readonly record struct Resting(int X);
}
