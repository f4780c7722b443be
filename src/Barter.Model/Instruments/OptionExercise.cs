namespace Barter.Model;

public enum OptionExercise
{
    American,
    Bermudan,
    European,
}
