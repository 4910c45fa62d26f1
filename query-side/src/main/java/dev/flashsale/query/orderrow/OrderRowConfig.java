package dev.flashsale.query.orderrow;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** Names the package of the rows, because the application that runs this may live in another one. */
@Configuration(proxyBeanMethods = false)
@EntityScan
@EnableJpaRepositories
class OrderRowConfig {}
