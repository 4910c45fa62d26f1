package dev.flashsale.bench.lab;

import dev.flashsale.command.CommandSide;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The command side alone: nothing follows its events, so nothing but the append is measured. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(CommandSide.class)
class LabApplication {}
