namespace Barter.Journal.Tests.Snapshots;

/// <summary>Objects of all kinds that an image can hold.</summary>
internal static class Graph
{
    internal enum Mood : byte
    {
        Calm,
        Wild = 200,
    }

    internal enum Vast : ulong
    {
        None,
        Most = ulong.MaxValue,
    }

    internal interface IShape;

    internal sealed record Circle(decimal Radius) : IShape;

    internal sealed record Square(decimal Side, IShape? Inside) : IShape;

    internal readonly record struct Point(int X, long Y, string? Name);

    internal readonly record struct Nothing;

    internal abstract class Base
    {
        private readonly int _hidden = 1;

        public int Hidden
        {
            get => _hidden;
            init => _hidden = value;
        }
    }

    internal sealed class Derived : Base
    {
        private readonly int _hidden = 2;

        public int OwnHidden
        {
            get => _hidden;
            init => _hidden = value;
        }

        public string? Text { get; set; }
    }

    internal sealed class Node
    {
        public Node? Next { get; set; }

        public object? Value { get; set; }
    }

    internal sealed class Holder<T>(T value)
    {
        public T Value { get; } = value;
    }

    /// <summary>Compares by the last digit only; has a setting, so that it must come back with it.</summary>
    internal sealed class ByRest(int divisor) : IEqualityComparer<int>, IComparer<int>
    {
        public bool Equals(int x, int y) => x % divisor == y % divisor;

        public int GetHashCode(int obj) => obj % divisor;

        public int Compare(int x, int y) => (x % divisor).CompareTo(y % divisor);
    }
}
