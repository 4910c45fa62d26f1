package dev.flashsale.kernel.sale;

/**
 * One item inside a bundle.
 *
 * @param itemId an item of the same sale
 * @param units units of that item in one bundle
 */
public record BundleComponent(String itemId, int units) {}
