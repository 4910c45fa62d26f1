package dev.flashsale.query;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Runs this service as a process of its own. */
@SpringBootApplication
public class QuerySideApplication {
    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(QuerySideApplication.class, args);
    }
}
