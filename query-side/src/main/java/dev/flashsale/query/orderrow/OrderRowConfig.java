package dev.flashsale.query.orderrow;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/**
 * Names the package of the rows. Every slice with entities does so: one that does switches off Boot's own search for all,
 * and the application that runs this may live in another package.
 */
@Configuration(proxyBeanMethods = false)
@EntityScan
@EnableJpaRepositories
class OrderRowConfig {}
