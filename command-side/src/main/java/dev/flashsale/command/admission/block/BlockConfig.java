package dev.flashsale.command.admission.block;

import dev.flashsale.command.admission.Checkpoint;
import dev.flashsale.command.admission.Stage;
import dev.flashsale.kernel.block.SubjectKind;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The two checks of the blocklist, each the first of its stage. */
@Configuration(proxyBeanMethods = false)
class BlockConfig {
    @Bean
    @Order(10)
    Checkpoint blockedAddress(Blocklist blocklist, Networks networks) {
        return new BlockCheck(
                Stage.ADDRESS,
                blocklist,
                visit -> SubjectKind.ADDRESS.blockId(
                        networks.nameOf(visit.caller().address())));
    }

    @Bean
    @Order(10)
    Checkpoint blockedUser(Blocklist blocklist) {
        return new BlockCheck(
                Stage.USER,
                blocklist,
                visit -> SubjectKind.USER.blockId(Objects.requireNonNull(visit.userId(), "known at this stage")));
    }
}
