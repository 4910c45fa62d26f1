package dev.flashsale.process;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Runs this service as a process of its own. */
@SpringBootApplication
public class SagaOrchestratorApplication {
    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(SagaOrchestratorApplication.class, args);
    }
}
