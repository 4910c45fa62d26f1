package dev.flashsale.auditor;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Only where the auditor is wanted, and PostgreSQL stores the events: it reads the table itself. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = "flashsale.audit.enabled", havingValue = "true", matchIfMissing = true)
@ConditionalOnProperty(name = "flashsale.event-store", havingValue = "postgresql", matchIfMissing = true)
@interface WhereEventsAreStored {}
