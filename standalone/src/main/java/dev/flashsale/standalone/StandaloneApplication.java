package dev.flashsale.standalone;

import dev.flashsale.auditor.Auditor;
import dev.flashsale.command.CommandSide;
import dev.flashsale.process.SagaOrchestrator;
import dev.flashsale.query.QuerySide;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** All services in one Spring context. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({CommandSide.class, SagaOrchestrator.class, QuerySide.class, Auditor.class})
class StandaloneApplication {}
