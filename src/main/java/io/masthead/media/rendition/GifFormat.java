package io.masthead.media.rendition;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** GIF 87a and 89a: a screen, then blocks until a trailer. */
final class GifFormat implements ImageFormat {

    private static final int IMAGE = 0x2c;
    private static final int EXTENSION = 0x21;
    private static final int TRAILER = 0x3b;
    private static final int GRAPHIC_CONTROL = 0xf9;
    private static final int APPLICATION = 0xff;

    /** How often an animation is repeated; all other applications keep data of their own. */
    private static final Set<String> LOOPS = Set.of("NETSCAPE2.0", "ANIMEXTS1.0");

    private static final int HEADER = 6;
    private static final int COLOUR_TABLE = 0x80;

    @Override
    public FileStructure inspect(ImageBytes in) throws IOException, ImageRefusedException {
        in.skip(HEADER);
        int width = in.u16LittleEndian();
        int height = in.u16LittleEndian();
        int flags = in.u8();
        in.skip(2L + colourTable(flags));
        int frames = 0;
        while (true) {
            switch (in.u8()) {
                case IMAGE -> {
                    int left = in.u16LittleEndian();
                    int top = in.u16LittleEndian();
                    int right = left + in.u16LittleEndian();
                    int bottom = top + in.u16LittleEndian();
                    if (right > width || bottom > height) {
                        throw ImageRefusedException.damaged(
                                "The GIF has a frame that is larger than the size in its header.");
                    }
                    in.skip(colourTable(in.u8()) + 1L);
                    skipBlocks(in);
                    frames++;
                    if (frames > ImageHeader.MAX_FRAMES) {
                        throw ImageHeader.tooManyFrames();
                    }
                }
                case EXTENSION -> {
                    in.skip(1);
                    skipBlocks(in);
                }
                case TRAILER -> {
                    if (frames == 0) {
                        throw ImageRefusedException.damaged("The GIF has no picture in it.");
                    }
                    return new FileStructure(ImageType.GIF, width, height, frames, MetadataBlocks.NONE);
                }
                default -> throw unknownBlock();
            }
        }
    }

    /** The format has no place for a copyright but comments, so nothing is written in place of these. */
    @Override
    public void strip(ImageBytes in, OutputStream out, byte[] exif) throws IOException, ImageRefusedException {
        in.copy(HEADER + 4L, out);
        int flags = in.u8();
        out.write(flags);
        in.copy(2L + colourTable(flags), out);
        while (true) {
            int block = in.u8();
            switch (block) {
                case IMAGE -> {
                    out.write(block);
                    in.copy(8, out);
                    int imageFlags = in.u8();
                    out.write(imageFlags);
                    in.copy(colourTable(imageFlags) + 1L, out);
                    copyBlocks(in, out);
                }
                case EXTENSION -> stripExtension(in, out);
                case TRAILER -> {
                    out.write(block);
                    return;
                }
                default -> throw unknownBlock();
            }
        }
    }

    private static void stripExtension(ImageBytes in, OutputStream out) throws IOException, ImageRefusedException {
        int label = in.u8();
        if (label == GRAPHIC_CONTROL) {
            out.write(EXTENSION);
            out.write(label);
            copyBlocks(in, out);
            return;
        }
        if (label == APPLICATION) {
            int length = in.u8();
            var name = in.take(length);
            if (LOOPS.contains(new String(name, StandardCharsets.ISO_8859_1))) {
                out.write(EXTENSION);
                out.write(label);
                out.write(length);
                out.write(name);
                copyBlocks(in, out);
                return;
            }
            if (length == 0) {
                return;
            }
        }
        skipBlocks(in);
    }

    private static int colourTable(int flags) {
        return (flags & COLOUR_TABLE) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static void skipBlocks(ImageBytes in) throws IOException, ImageRefusedException {
        for (int length = in.u8(); length > 0; length = in.u8()) {
            in.skip(length);
        }
    }

    private static void copyBlocks(ImageBytes in, OutputStream out) throws IOException, ImageRefusedException {
        for (int length = in.u8(); length > 0; length = in.u8()) {
            out.write(length);
            in.copy(length, out);
        }
        out.write(0);
    }

    private static ImageRefusedException unknownBlock() {
        return ImageRefusedException.damaged("The GIF is damaged: it has an unknown block.");
    }
}
