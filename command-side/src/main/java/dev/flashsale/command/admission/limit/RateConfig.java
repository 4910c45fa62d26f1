package dev.flashsale.command.admission.limit;

import dev.flashsale.command.admission.AddressPrefix;
import dev.flashsale.command.admission.Checkpoint;
import dev.flashsale.command.admission.Stage;
import dev.flashsale.kernel.admission.RatePolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The limits that a sale can set. The narrower one is asked first: a flood from one network takes nothing from the others. */
@Configuration(proxyBeanMethods = false)
class RateConfig {
    @Bean
    @Order(20)
    Checkpoint rateOfTheAddress(RateLimits limits) {
        return new RateCheck(
                Stage.ADDRESS,
                "address",
                limits,
                RatePolicy::perAddress,
                visit -> ':' + AddressPrefix.of(visit.caller().address()));
    }

    @Bean
    @Order(30)
    Checkpoint rateOfTheSale(RateLimits limits) {
        return new RateCheck(Stage.ADDRESS, "sale", limits, RatePolicy::perSale, visit -> "");
    }

    @Bean
    @Order(20)
    Checkpoint rateOfTheUser(RateLimits limits) {
        return new RateCheck(Stage.USER, "user", limits, RatePolicy::perUser, visit -> ':' + visit.userId());
    }
}
