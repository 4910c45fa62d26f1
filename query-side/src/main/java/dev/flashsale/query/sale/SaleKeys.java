package dev.flashsale.query.sale;

/** The Redis keys of the sales projection. */
final class SaleKeys {
    static final String SALE = "read:sale";
    static final String LIST = "read:sale-list";
    private static final String UNITS = "read:sale-units:";
    private static final String UNITS_GUARD = "read:sale-units-at:";
    private static final String ADDITIONS = "read:sale-additions:";

    /** Every key above, and no other. */
    static final String[] PATTERNS = {SALE + ":*", LIST, UNITS + "*", UNITS_GUARD + "*", ADDITIONS + "*"};

    private SaleKeys() {}

    static String sale(String saleId) {
        return SALE + ":" + saleId;
    }

    /** Hash of {@code itemId:bucket} to the units that the bucket holds. */
    static String units(String saleId) {
        return UNITS + saleId;
    }

    static String unitsGuard(String saleId) {
        return UNITS_GUARD + saleId;
    }

    /** Hash of {@code itemId:additionId} to the units that were added. */
    static String additions(String saleId) {
        return ADDITIONS + saleId;
    }
}
