package dev.flashsale.standalone.demo;

/**
 * One simulated person, logged in.
 *
 * @param address where they come from, if the server believes whoever sends it; empty for the connection's own
 */
record Shopper(String userId, String token, String address) {}
