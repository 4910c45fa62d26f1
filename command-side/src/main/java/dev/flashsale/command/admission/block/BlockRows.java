package dev.flashsale.command.admission.block;

import dev.flashsale.kernel.block.Blocked;
import dev.flashsale.kernel.block.Unblocked;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Writes each block into the table, in the transaction that stores its event: who is told "blocked" is. */
@Component
@ProcessingGroup(BlockRows.NAME)
class BlockRows {
    static final String NAME = "blocklist";

    private final BlockTable table;

    BlockRows(BlockTable table) {
        this.table = table;
    }

    @EventHandler
    void on(Blocked event) {
        table.put(event);
    }

    @EventHandler
    void on(Unblocked event) {
        table.remove(event);
    }

    @Configuration(proxyBeanMethods = false)
    static class Subscribed {
        @Bean
        ConfigurerModule blocksAreHeardWhereTheyAreDecided() {
            return configurer ->
                    configurer.eventProcessing(processing -> processing.registerSubscribingEventProcessor(NAME));
        }
    }
}
