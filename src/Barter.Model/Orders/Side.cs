namespace Barter.Model;

public enum Side : byte
{
    Buy,
    Sell,
}
