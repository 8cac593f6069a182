namespace XrNpe.Arith.Tests;

public class Posit8TensorTests : TensorPrimitivesTests<Posit8, byte>;
