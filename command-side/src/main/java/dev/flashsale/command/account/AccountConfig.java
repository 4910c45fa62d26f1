package dev.flashsale.command.account;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Adds this package to those that Spring Boot searches for entities and repositories, whatever the application's own is. */
@Configuration(proxyBeanMethods = false)
@AutoConfigurationPackage
@EnableConfigurationProperties(AccountSettings.class)
class AccountConfig {}
