package dev.flashsale.whatif;

/** What is assumed of shoppers who get units that they did not get in the record. */
enum NewWinners {
    /** They pay at once: the most that could have been sold. */
    PAY,
    /** They let their payment window pass, and the units go back on sale: the least. */
    EXPIRE
}
