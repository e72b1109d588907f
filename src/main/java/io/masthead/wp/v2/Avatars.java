package io.masthead.wp.v2;

import io.masthead.user.Gravatar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Pictures of people: the one that a user has chosen, or that of Gravatar, which knows them by the
 * SHA-256 of their e-mail address. As in WordPress that hash is public; who wants to hide an
 * address from those who guess it gives none.
 */
final class Avatars {

    /** The widths in pixels that WordPress offers. */
    static final List<String> SIZES = List.of("24", "48", "96");

    private Avatars() {}

    /**
     * @param own the address of the picture that somebody has chosen; null or empty for none
     * @param email null or empty where none is known, which gives the usual silhouette
     */
    static Map<String, Object> of(String own, String email) {
        return own == null || own.isEmpty()
                ? bySize(size -> Gravatar.url(email, Integer.parseInt(size)))
                : bySize(size -> own);
    }

    /** What is said of who cannot have a picture, such as another site. */
    static Map<String, Object> none() {
        return bySize(size -> false);
    }

    private static Map<String, Object> bySize(Function<String, Object> picture) {
        var pictures = new LinkedHashMap<String, Object>();
        SIZES.forEach(size -> pictures.put(size, picture.apply(size)));
        return pictures;
    }
}
