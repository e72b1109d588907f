package io.masthead.media.image;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.annotations.RegisterResources;

/**
 * What a native executable keeps of the library for WebP: the classes by which ImageIO finds it, and libwebp for
 * both kinds of processors, of which it unpacks and loads one at its first use. The folder
 * {@code META-INF/native-image/io.masthead/masthead} says the rest: which classes libwebp may reach, and that
 * none of them may be initialised while the executable is built.
 */
@RegisterForReflection(targets = {WebPImageReaderSpi.class, WebPImageWriterSpi.class})
@RegisterResources(
        globs = {
            "native/Linux/x86_64/libwebp-imageio.so",
            "native/Linux/aarch64/libwebp-imageio.so",
            "webp-imageio.properties"
        })
final class WebpLibrary {

    private WebpLibrary() {}
}
