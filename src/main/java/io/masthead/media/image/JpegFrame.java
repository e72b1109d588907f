package io.masthead.media.image;

import java.io.IOException;

/**
 * The header of a JPEG's pixels (ITU T.81, B.2.2).
 *
 * @param components 1 for grey, 3 for RGB, 4 for CMYK
 * @param coefficients of all components, in whole blocks; a decoder keeps them, of 2 bytes each, if there is more
 *     than one scan
 */
record JpegFrame(int width, int height, int components, long coefficients) {

    private static final int CMYK = 4;

    private static final int BLOCK = 8;
    private static final int MAX_SAMPLING = 4;

    /**
     * @param in at the content of the segment
     * @param length of the content
     */
    static JpegFrame read(ImageBytes in, int marker, int length) throws IOException, ImageRefusedException {
        if (length < 6) {
            throw tooShort();
        }
        int precision = in.u8();
        int height = in.u16();
        int width = in.u16();
        int components = in.u8();
        // Baseline, extended and progressive, each coded by Huffman's method.
        if (marker > 0xc2 || precision != 8) {
            throw ImageRefusedException.unsupported(
                    "This kind of JPEG (lossless, arithmetic or with 12 bits) cannot be processed;"
                            + " save it as baseline or progressive JPEG.");
        }
        if (components != 1 && components != 3 && components != CMYK) {
            throw ImageRefusedException.unsupported("The JPEG has neither grey nor RGB colours; save it with RGB.");
        }
        if (length < 6 + 3 * components) {
            throw tooShort();
        }
        var sampling = new int[components];
        for (int i = 0; i < components; i++) {
            in.skip(1);
            sampling[i] = in.u8();
            in.skip(1);
        }
        in.skip(length - 6L - 3L * components);
        return new JpegFrame(width, height, components, coefficients(width, height, sampling));
    }

    /** @param sampling how densely each component is sampled, across times 16 plus down */
    private static long coefficients(int width, int height, int[] sampling) throws ImageRefusedException {
        int across = 1;
        int down = 1;
        long blocksOfUnit = 0;
        for (int factors : sampling) {
            int h = factors >> 4;
            int v = factors & 15;
            if (h < 1 || h > MAX_SAMPLING || v < 1 || v > MAX_SAMPLING) {
                throw ImageRefusedException.damaged("The header of the JPEG has impossible sampling factors.");
            }
            across = Math.max(across, h);
            down = Math.max(down, v);
            blocksOfUnit += (long) h * v;
        }
        return units(width, across) * units(height, down) * blocksOfUnit * BLOCK * BLOCK;
    }

    private static long units(int length, int blocks) {
        int unit = blocks * BLOCK;
        return (length + unit - 1L) / unit;
    }

    boolean isCmyk() {
        return components == CMYK;
    }

    private static ImageRefusedException tooShort() {
        return ImageRefusedException.damaged("The header of the JPEG is too short.");
    }
}
