package dev.flashsale.query.page;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * The gzip form of a page, compressed once. The part with the time is stored uncompressed in front of the compressed rest,
 * so that only the checksum is to be computed when it is sent.
 */
final class ZippedPage {
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final int TRAILER = 8;

    private final byte[] zipped;
    private final int timeAt;
    private final int beginningAt;
    private final JoinedCrc crc;
    private final int unzippedLength;

    ZippedPage(byte[] page, int timeAt) {
        int stored = timeAt + Stamp.LENGTH;
        byte[] rest = Arrays.copyOfRange(page, stored, page.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(HEADER);
        out.write(0); // a stored block, not the last
        out.writeBytes(new byte[] {(byte) stored, (byte) (stored >> 8), (byte) ~stored, (byte) (~stored >> 8)});
        this.beginningAt = out.size();
        out.write(page, 0, stored);
        out.writeBytes(deflate(rest));
        out.writeBytes(new byte[TRAILER]);
        this.zipped = out.toByteArray();
        this.timeAt = beginningAt + timeAt;
        this.crc = new JoinedCrc(rest);
        this.unzippedLength = page.length;
    }

    byte[] at(Stamp now) {
        byte[] sent = zipped.clone();
        System.arraycopy(now.ascii(), 0, sent, timeAt, Stamp.LENGTH);
        CRC32 crcOfBeginning = new CRC32();
        crcOfBeginning.update(sent, beginningAt, timeAt + Stamp.LENGTH - beginningAt);
        putLittleEndian(sent, sent.length - TRAILER, crc.after((int) crcOfBeginning.getValue()));
        putLittleEndian(sent, sent.length - Integer.BYTES, unzippedLength);
        return sent;
    }

    private static byte[] deflate(byte[] rest) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(rest);
            deflater.finish();
            ByteArrayOutputStream compressed = new ByteArrayOutputStream();
            byte[] buffer = new byte[4_096];
            while (!deflater.finished()) {
                compressed.write(buffer, 0, deflater.deflate(buffer));
            }
            return compressed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void putLittleEndian(byte[] target, int offset, int value) {
        for (int i = 0; i < Integer.BYTES; i++) {
            target[offset + i] = (byte) (value >>> (Byte.SIZE * i));
        }
    }
}
