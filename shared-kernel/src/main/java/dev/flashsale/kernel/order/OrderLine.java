package dev.flashsale.kernel.order;

/** Units of one item that an order holds in one bucket. */
public record OrderLine(String itemId, String stockId, int units) {}
