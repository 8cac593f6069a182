namespace XrNpe.Arith.Tests;

public class Posit4TensorTests : TensorPrimitivesTests<Posit4, byte>;
