package dev.flashsale.platform;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** What every service shares: event store, serialisation, security, error answers. Import it once per application. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class Platform {}
