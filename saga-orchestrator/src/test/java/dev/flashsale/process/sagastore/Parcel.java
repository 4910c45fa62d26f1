package dev.flashsale.process.sagastore;

/** A saga that only carries a number. */
class Parcel {
    public int content;

    Parcel() {}

    Parcel(int content) {
        this.content = content;
    }
}
