package io.masthead.media.image;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;

/** Writes pixels to a file that does not exist yet. */
final class ImageEncoder {

    /** WordPress' quality. */
    static final float RENDITION_QUALITY = 0.82f;

    /** For what takes the place of an original: the loss is not seen even in print. */
    static final float ORIGINAL_QUALITY = 0.92f;

    /** Of 0 to 6: for drawings hardly worse than the slowest, in a tenth of its time. */
    private static final int FAST_LOSSLESS = 1;

    private ImageEncoder() {}

    /** @param image if it has transparency, it is composited on white */
    static void writeJpeg(BufferedImage image, float quality, Path target) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality);
        write(writer, Transparency.onWhite(image), param, target);
    }

    static void writePng(BufferedImage image, Path target) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        write(writer, image, writer.getDefaultWriteParam(), target);
    }

    static void writeWebp(BufferedImage image, float quality, Path target) throws IOException {
        var param = new WebPWriteParam(Locale.ROOT);
        param.setCompressionType(CompressionType.Lossy);
        param.setCompressionQuality(quality);
        writeWebp(image, param, target);
    }

    /** Each pixel stays what it is, as in PNG. */
    static void writeLosslessWebp(BufferedImage image, Path target) throws IOException {
        var param = new WebPWriteParam(Locale.ROOT);
        param.setCompressionType(CompressionType.Lossless);
        param.setMethod(FAST_LOSSLESS);
        writeWebp(image, param, target);
    }

    private static void writeWebp(BufferedImage image, WebPWriteParam param, Path target) throws IOException {
        // Not by ImageIO's register, which asks the class loader of whoever came first.
        write(new WebPImageWriterSpi().createWriterInstance(null), image, param, target);
    }

    private static void write(ImageWriter writer, BufferedImage image, ImageWriteParam param, Path target)
            throws IOException {
        Files.createFile(target);
        try (var out = new FileImageOutputStream(target.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
    }
}
