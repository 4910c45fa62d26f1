package dev.flashsale.query.page;

import java.util.zip.CRC32;

/**
 * The CRC-32 of a beginning followed by a fixed end, from the CRC-32 of the beginning alone. CRC-32 is linear: appending n
 * bytes multiplies the checksum by a matrix that depends on n only, so that the end is never read again.
 */
final class JoinedCrc {
    private static final int POLYNOMIAL = 0xedb88320;
    private static final int BITS = 32;

    private final int[] shift;
    private final int crcOfEnd;

    JoinedCrc(byte[] end) {
        CRC32 crc = new CRC32();
        crc.update(end);
        crcOfEnd = (int) crc.getValue();
        shift = power(oneZeroByte(), end.length);
    }

    /** The checksum of the whole. */
    int after(int crcOfBeginning) {
        return times(shift, crcOfBeginning) ^ crcOfEnd;
    }

    private static int[] oneZeroByte() {
        int[] oneZeroBit = new int[BITS];
        oneZeroBit[0] = POLYNOMIAL;
        for (int bit = 1; bit < BITS; bit++) {
            oneZeroBit[bit] = 1 << (bit - 1);
        }
        return power(oneZeroBit, 8);
    }

    private static int[] power(int[] matrix, int exponent) {
        int[] result = identity();
        int[] square = matrix;
        for (int left = exponent; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = product(square, result);
            }
            square = product(square, square);
        }
        return result;
    }

    private static int[] identity() {
        int[] matrix = new int[BITS];
        for (int bit = 0; bit < BITS; bit++) {
            matrix[bit] = 1 << bit;
        }
        return matrix;
    }

    private static int[] product(int[] left, int[] right) {
        int[] matrix = new int[BITS];
        for (int bit = 0; bit < BITS; bit++) {
            matrix[bit] = times(left, right[bit]);
        }
        return matrix;
    }

    private static int times(int[] matrix, int vector) {
        int sum = 0;
        for (int bit = 0; bit < BITS; bit++) {
            // all ones when the bit is set, else zero: without a branch to guess wrong
            sum ^= matrix[bit] & -(vector >>> bit & 1);
        }
        return sum;
    }
}
