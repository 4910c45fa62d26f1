package dev.flashsale.query.orderrow;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.context.annotation.Configuration;

/**
 * Names the package of the rows, because the application that runs this may live in another one. It adds to Boot's own
 * search for entities and repositories; enabling repositories here would switch that off for every other slice.
 */
@Configuration(proxyBeanMethods = false)
@AutoConfigurationPackage
class OrderRowConfig {}
