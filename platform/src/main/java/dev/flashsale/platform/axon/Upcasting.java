package dev.flashsale.platform.axon;

import dev.flashsale.kernel.upcast.Upcasts;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Old forms of events become today's before anybody sees them, whichever store they come from. */
@Configuration(proxyBeanMethods = false)
class Upcasting {
    @Bean
    Upcasts upcasts() {
        return Upcasts.today();
    }

    @Bean
    ConfigurerModule oldFormsBecomeTodays(Upcasts upcasts) {
        return configurer ->
                upcasts.steps().forEach(step -> configurer.registerEventUpcaster(axon -> new JsonUpcaster(step)));
    }
}
