namespace XrNpe.Cosim;

/// <summary>Tests that share one <see cref="DriverBuild"/>, one after the other.</summary>
[CollectionDefinition(nameof(DriverBuild))]
public sealed class DriverCollection : ICollectionFixture<DriverBuild>;
