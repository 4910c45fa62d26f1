package dev.flashsale.command.admission.eligibility;

/** The rule that an account does not meet; part of the API. */
enum Ineligibility {
    ACCOUNT_TOO_NEW("The account has not existed for long enough."),
    LEVEL_TOO_LOW("The account's level is too low."),
    NOT_ON_ALLOW_LIST("The sale is for those on the merchant's list."),
    NOT_BOUGHT_BEFORE("The sale is for those who bought in an earlier one."),
    BOUGHT_BEFORE("The sale is for those who did not buy in an earlier one.");

    private final String detail;

    Ineligibility(String detail) {
        this.detail = detail;
    }

    String detail() {
        return detail;
    }
}
