using System.Text.Json;

namespace XrNpe.Cli.Tests;

public class VerifyVerbTests
{
    [Fact]
    public void One_check_is_run_and_reported()
    {
        string check = XrNpe.Verify.Ladder.CheckNames[0];
        Assert.Contains(check, Tool.Run("verify", "--only", check).MustSucceed().Out, StringComparison.Ordinal);

        using JsonDocument json = JsonDocument.Parse(Tool.Run("verify", "--only", check, "--seed", "7", "--json").MustSucceed().Out);
        Assert.Equal("quick", json.RootElement.GetProperty("level").GetString());
        Assert.Equal(7, json.RootElement.GetProperty("seed").GetInt32());
        Assert.True(json.RootElement.GetProperty("passed").GetBoolean());
        JsonElement result = Assert.Single(json.RootElement.GetProperty("results").EnumerateArray());
        Assert.Equal(["rung", "check", "cases", "seconds", "outcome", "message"], result.EnumerateObject().Select(p => p.Name));
        Assert.Equal("passed", result.GetProperty("outcome").GetString());
        Assert.True(result.GetProperty("cases").GetInt64() > 0);
    }
}
