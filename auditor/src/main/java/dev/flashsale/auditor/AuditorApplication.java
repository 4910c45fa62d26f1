package dev.flashsale.auditor;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Runs the auditor as a process of its own, so that it shares nothing with what it audits but the store. */
@SpringBootApplication
public class AuditorApplication {
    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(AuditorApplication.class, args);
    }
}
