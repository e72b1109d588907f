package io.masthead.media.image;

import static io.masthead.media.image.TestImages.box;
import static io.masthead.media.image.TestImages.join;
import static io.masthead.media.image.TestImages.latin;

import java.nio.ByteBuffer;

/** Puts an AVIF together of its boxes, with EXIF, XMP and a box of a program; its pixels are none. */
final class TestAvif {

    static final String PIXELS = "PixelsOfThePicture";
    static final String EXIF = "\0\0\0\0MM\0*\0\0\0\10SecretExif";
    static final String XMP = "SecretXmp";

    private TestAvif() {}

    /** Of the usual form. */
    static byte[] of(int width, int height) {
        return of(1, 0, new int[] {1, 2, 3}, width, height);
    }

    /**
     * @param version of the box of places
     * @param method how places are given: 0 in the file, 1 in a box for data, 2 in another item
     * @param placed items whose place is told
     */
    static byte[] of(int version, int method, int[] placed, int width, int height) {
        var data = box("idat", latin(PIXELS + EXIF + XMP));
        var size =
                ByteBuffer.allocate(12).putInt(0).putInt(width).putInt(height).array();
        // Boxes have the same length wherever the data is.
        int start = method == 0 ? head(version, method, placed, 0, size, data).length - data.length + 8 : 0;
        return join(head(version, method, placed, start, size, data), box("uuid", latin("SecretBox")));
    }

    private static byte[] head(int version, int method, int[] placed, int start, byte[] size, byte[] data) {
        var types = box(
                "iinf",
                new byte[] {0, 0, 0, 0, 0, 3},
                item(1, "av01"),
                item(2, "Exif"),
                item(3, "mime", latin("application/rdf+xml\0")));
        var places = ByteBuffer.allocate(200).put(new byte[] {(byte) version, 0, 0, 0, 0x44, 0});
        if (version == 2) {
            places.putShort((short) 0);
        }
        places.putShort((short) placed.length);
        int[] lengths = {PIXELS.length(), EXIF.length(), XMP.length()};
        int next = start;
        for (int item : placed) {
            if (version == 2) {
                places.putShort((short) 0);
            }
            places.putShort((short) item);
            if (version > 0) {
                places.putShort((short) method);
            }
            places.putShort((short) 0).putShort((short) 1).putInt(next).putInt(lengths[item - 1]);
            next += lengths[item - 1];
        }
        var iloc = box("iloc", TestImages.slice(places.array(), 0, places.position()));
        var iprp = box("iprp", box("ipco", box("ispe", size)));
        return join(box("ftyp", latin("avif\0\0\0\0mif1")), box("meta", new byte[4], types, iloc, iprp, data));
    }

    static byte[] item(int number, String type, byte[]... rest) {
        return box("infe", new byte[] {2, 0, 0, 0, 0, (byte) number, 0, 0}, latin(type), new byte[1], join(rest));
    }
}
