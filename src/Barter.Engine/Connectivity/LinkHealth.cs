namespace Barter.Engine.Connectivity;

public enum LinkHealth : byte
{
    Reconnecting,
    Healthy,
}
