package io.masthead.media.image;

import java.io.ByteArrayOutputStream;
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
    private static final int CONTROL_LENGTH = 4;
    private static final int LOOP_LENGTH = 3;
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
            switch (nextBlock(in, frames)) {
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
                default -> {
                    if (frames == 0) {
                        throw ImageRefusedException.damaged("The GIF has no picture in it.");
                    }
                    return new FileStructure(ImageType.GIF, width, height, frames, true, MetadataBlocks.NONE);
                }
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
        int frames = 0;
        while (true) {
            switch (nextBlock(in, frames)) {
                case IMAGE -> {
                    out.write(IMAGE);
                    in.copy(8, out);
                    int imageFlags = in.u8();
                    out.write(imageFlags);
                    in.copy(colourTable(imageFlags) + 1L, out);
                    copyBlocks(in, out);
                    frames++;
                }
                case EXTENSION -> stripExtension(in, out);
                default -> {
                    out.write(TRAILER);
                    return;
                }
            }
        }
    }

    /**
     * An image, an extension or the trailer. Many files lack the trailer or have stray bytes in its place; browsers
     * show what comes before.
     *
     * @param frames that were read before
     */
    private static int nextBlock(ImageBytes in, int frames) throws IOException, ImageRefusedException {
        if (frames > 0 && in.remaining() == 0) {
            return TRAILER;
        }
        int block = in.u8();
        if (block == IMAGE || block == EXTENSION || block == TRAILER) {
            return block;
        }
        if (frames > 0) {
            return TRAILER;
        }
        throw unknownBlock();
    }

    /**
     * What a decoder needs to know before the first picture: no comments, which ImageIO copies again for each block
     * that is added. Afterwards the file is at that picture.
     */
    static byte[] head(ImageBytes in) throws IOException, ImageRefusedException {
        var head = new ByteArrayOutputStream();
        in.copy(HEADER + 4L, head);
        int flags = in.u8();
        head.write(flags);
        in.copy(2L + colourTable(flags), head);
        var control = new byte[0];
        while (true) {
            switch (in.u8()) {
                case IMAGE -> {
                    in.seek(in.position() - 1);
                    head.writeBytes(control);
                    return head.toByteArray();
                }
                case EXTENSION -> {
                    var extension = new ByteArrayOutputStream();
                    if (in.u8() == GRAPHIC_CONTROL) {
                        stripGraphicControl(in, extension);
                        control = extension.size() == 0 ? control : extension.toByteArray();
                    } else {
                        skipBlocks(in);
                    }
                }
                default -> throw unknownBlock();
            }
        }
    }

    private static void stripExtension(ImageBytes in, OutputStream out) throws IOException, ImageRefusedException {
        int label = in.u8();
        if (label == GRAPHIC_CONTROL) {
            stripGraphicControl(in, out);
            return;
        }
        if (label == APPLICATION) {
            int length = in.u8();
            if (length == 0) {
                return;
            }
            var name = in.take(length);
            if (LOOPS.contains(new String(name, StandardCharsets.ISO_8859_1))) {
                stripLoop(name, in, out);
                return;
            }
        }
        skipBlocks(in);
    }

    /** One block; a block of another length, and what follows it, is no control. */
    private static void stripGraphicControl(ImageBytes in, OutputStream out) throws IOException, ImageRefusedException {
        int length = in.u8();
        if (length == 0) {
            return;
        }
        var content = in.take(length);
        skipBlocks(in);
        if (length == CONTROL_LENGTH) {
            writeExtension(GRAPHIC_CONTROL, out, content);
        }
    }

    /** One block, the number 1 and how often; the other blocks that programs know are of no use to a browser. */
    private static void stripLoop(byte[] name, ImageBytes in, OutputStream out)
            throws IOException, ImageRefusedException {
        int length = in.u8();
        if (length == 0) {
            return;
        }
        var content = in.take(length);
        skipBlocks(in);
        if (length == LOOP_LENGTH && content[0] == 1) {
            writeExtension(APPLICATION, out, name, content);
        }
    }

    private static void writeExtension(int label, OutputStream out, byte[]... blocks) throws IOException {
        out.write(EXTENSION);
        out.write(label);
        for (var block : blocks) {
            out.write(block.length);
            out.write(block);
        }
        out.write(0);
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
