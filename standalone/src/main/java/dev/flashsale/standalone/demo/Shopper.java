package dev.flashsale.standalone.demo;

/** One simulated person, logged in. */
record Shopper(String userId, String token) {}
