namespace Barter.Model;

public enum OptionKind
{
    Call,
    Put,
}
