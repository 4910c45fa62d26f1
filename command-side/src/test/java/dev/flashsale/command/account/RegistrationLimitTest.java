package dev.flashsale.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flashsale.command.account.RegistrationSettings.Network;
import dev.flashsale.command.account.RegistrationSettings.Overall;
import dev.flashsale.command.admission.limit.RateLimits;
import dev.flashsale.platform.problem.ApiProblem;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

/** The decision alone: no password is hashed. */
@AccountTest
class RegistrationLimitTest {
    /** Nothing comes back while a test runs. */
    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    private RateLimits limits;

    @Test
    void ofTenThousandSignUpsFromOneNetworkAsManyPassAsTheQuotaHolds() {
        // given
        RegistrationLimit limit = limit(100, 1_000_000, List.of());
        // then, whichever of its addresses they come from
        assertThat(passed(limit, 10_000, "198.51.100.")).isEqualTo(100);
        assertThat(passed(limit, 10, "198.51.101.")).isEqualTo(10);
    }

    @Test
    void fromEverywhereTogetherAsManyPassAsTheOverallQuotaHolds() {
        // given
        RegistrationLimit limit = limit(1_000, 150, List.of());
        // then
        assertThat(passed(limit, 100, "192.0.2.") + passed(limit, 100, "203.0.113."))
                .isEqualTo(150);
    }

    @Test
    void aNetworkThatTheSettingsNameIsNotLimitedByItself() {
        assertThat(passed(limit(10, 999_999, List.of("127.0.0.0/8")), 500, "127.0.1."))
                .isEqualTo(500);
    }

    @Test
    void anAddressThatCannotBeReadIsNeverUnlimited() {
        // given
        RegistrationLimit limit = limit(1, 999_998, List.of("127.0.0.0/8"));
        limit.begin("unknown");
        // then
        assertThatThrownBy(() -> limit.begin("127.0.0.1, nonsense")).isInstanceOf(ApiProblem.class);
    }

    @Test
    void whoeverIsRefusedIsToldWhenToComeBack() {
        // given
        RegistrationLimit limit = limit(1, 999_997, List.of());
        limit.begin("198.18.0.1");
        // then
        assertThatThrownBy(() -> limit.begin("198.18.0.2")).isInstanceOfSatisfying(ApiProblem.class, problem -> {
            HttpHeaders headers = problem.getHeaders();
            assertThat(problem.getStatusCode().value()).isEqualTo(429);
            assertThat(headers.getFirst("RateLimit-Policy")).isEqualTo("\"registration\";q=1;w=86400");
            assertThat(headers.getFirst("RateLimit"))
                    .isEqualTo("\"registration\";r=0;t=" + headers.getFirst("Retry-After"));
        });
    }

    private RegistrationLimit limit(int perNetwork, int overall, List<String> unlimitedFrom) {
        return new RegistrationLimit(
                limits,
                new RegistrationSettings(new Network(perNetwork, 1, DAY), new Overall(overall, 1, DAY), unlimitedFrom));
    }

    private static long passed(RegistrationLimit limit, int signUps, String network) {
        return IntStream.range(0, signUps)
                .parallel()
                .filter(i -> {
                    try {
                        limit.begin(network + i % 256);
                        return true;
                    } catch (ApiProblem refused) {
                        return false;
                    }
                })
                .count();
    }
}
