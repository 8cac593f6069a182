namespace XrNpe.Verify.Tests;

public sealed class CarrySaveQuireTests
{
    [Fact]
    public void Segments_and_saved_carries_always_add_up_to_the_sum()
    {
        var random = new Random(1);
        for (int sequence = 0; sequence < 200; sequence++)
        {
            Int128 sum = 0;
            CarrySaveQuire quire = default;
            for (int i = 0; i < 100; i++)
            {
                Int128 addend = (((Int128)random.NextInt64() << 64) | (Int128)random.NextInt64()) >> random.Next(12, 127);
                if (random.Next(2) == 0) addend = -addend;
                sum += addend;
                quire = quire.Add(addend);
                Assert.Equal(sum, quire.Value);
                Assert.Equal(0u, quire.Carry >> CarrySaveQuire.Carries);
            }
        }
    }

    [Fact]
    public void A_carry_waits_a_cycle_in_front_of_each_segment()
    {
        CarrySaveQuire quire = default(CarrySaveQuire).Add(-1).Add(1);
        Assert.Equal(new CarrySaveQuire(UInt128.MaxValue - 255, 1), quire);
        for (int i = 1; i < CarrySaveQuire.Carries; i++)
        {
            quire = quire.Add(0);
            Assert.Equal(1u << i, quire.Carry);
            Assert.Equal(0, quire.Value);
        }

        Assert.Equal(default, quire.Add(0));
    }

    [Fact]
    public void Any_carries_can_stand_for_any_sum()
    {
        var random = new Random(2);
        for (int i = 0; i < 1000; i++)
        {
            Int128 value = ((Int128)random.NextInt64(long.MinValue, long.MaxValue) << 64) | (Int128)(ulong)random.NextInt64();
            uint carry = (uint)random.Next(1 << CarrySaveQuire.Carries);
            Assert.Equal((carry, value), (CarrySaveQuire.Of(value, carry).Carry, CarrySaveQuire.Of(value, carry).Value));
        }

        Assert.Equal((UInt128)5, CarrySaveQuire.Of(5, 0).Sum);
    }
}
