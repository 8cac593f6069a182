namespace XrNpe.Arith.Tests;

public class Fp4TensorTests : TensorPrimitivesTests<Fp4, byte>;
