package dev.flashsale.command.account;

import dev.flashsale.command.admission.AddressPrefix;
import dev.flashsale.command.admission.limit.Quota;
import dev.flashsale.command.admission.limit.RateLimits;
import dev.flashsale.kernel.admission.Rate;
import dev.flashsale.platform.problem.StandardProblem;
import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/** Bounds how many accounts are made: nobody is to come to a sale as ten thousand. */
@Component
class RegistrationLimit {
    private static final String EVERYWHERE = "all";

    private final RateLimits limits;
    private final Rate perNetwork;
    private final Rate overall;
    private final List<IpAddressMatcher> unlimited;

    RegistrationLimit(RateLimits limits, RegistrationSettings settings) {
        this.limits = limits;
        this.perNetwork = settings.perNetwork().rate();
        this.overall = settings.overall().rate();
        this.unlimited =
                settings.unlimitedFrom().stream().map(IpAddressMatcher::new).toList();
    }

    /** Counts an account that is about to be made, before anything costly is done. Throws 429. */
    void begin(String address) {
        String prefix = AddressPrefix.of(address);
        if (prefix.equals(AddressPrefix.UNREADABLE)
                || unlimited.stream().noneMatch(network -> network.matches(address))) {
            pass(limits.take("registration", prefix, perNetwork));
        }
        pass(limits.take("registrations", EVERYWHERE, overall));
    }

    private static void pass(Quota quota) {
        if (!quota.isTaken()) {
            throw StandardProblem.TOO_MANY_REQUESTS
                    .with("Too many accounts at once. Nothing was done.")
                    .retryAfter(quota.pause())
                    .header(Quota.HEADER, quota.header())
                    .header(Quota.POLICY_HEADER, quota.policyHeader());
        }
    }
}
