package dev.flashsale.standalone.demo;

import java.time.Instant;

/** A scheduled sale, and what its shoppers share. */
record OpenSale(String saleId, Instant opensAt, Purchasing purchasing, Comebacks comebacks, ClientLog log) {}
