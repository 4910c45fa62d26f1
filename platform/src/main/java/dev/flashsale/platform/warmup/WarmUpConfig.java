package dev.flashsale.platform.warmup;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** Settings of the warm-up, and its place among what makes a node ready. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:warm-up.properties")
@EnableConfigurationProperties(WarmUpSettings.class)
class WarmUpConfig {}
