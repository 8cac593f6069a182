namespace XrNpe.Arith.Tests;

public class Posit16TensorTests : TensorPrimitivesTests<Posit16, ushort>;
