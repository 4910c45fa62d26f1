package dev.flashsale.command.account;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/**
 * Names the package of the accounts. Every slice with entities does so: one that does switches off Boot's own search for
 * all, and the application that runs this may live in another package.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccountSettings.class, RegistrationSettings.class})
@EntityScan
@EnableJpaRepositories
class AccountConfig {}
