using System.Text;
using Sanad.App.Hooks;
using Xunit;

namespace Sanad.App.Tests.Hooks;

public sealed class HookSignatureTests
{
    [Fact]
    public void Signs_as_the_convention_s_own_example() =>
        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            HookSignature.Of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330), Encoding.UTF8.GetBytes("{\"test\": 2432232314}")));

    [Fact]
    public void Every_secret_is_another_and_long_enough()
    {
        string one = HookSignature.NewSecret(), other = HookSignature.NewSecret();
        Assert.NotEqual(one, other);
        Assert.Equal(24, Convert.FromBase64String(one["whsec_".Length..]).Length);
    }
}
