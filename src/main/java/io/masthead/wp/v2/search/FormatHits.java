package io.masthead.wp.v2.search;

import io.masthead.kernel.Page;
import io.masthead.permalink.Permalinks;
import io.masthead.post.PostFormat;
import io.masthead.wp.rest.WpRequest;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Locale;

/** Finds formats of posts, by their names. */
@Singleton
class FormatHits {

    private final Permalinks permalinks;

    FormatHits(Permalinks permalinks) {
        this.permalinks = permalinks;
    }

    Page<Hit> search(WpRequest request, int offset, int limit) {
        var wanted = request.text("search") == null ? "" : request.text("search");
        var word = wanted.strip().toLowerCase(Locale.ROOT);
        var found = Arrays.stream(PostFormat.values())
                .filter(format -> format != PostFormat.STANDARD)
                .filter(format -> word(format).contains(word))
                .toList();
        var addresses = permalinks.plain();
        return Page.of(found.stream().skip(offset).limit(limit).toList(), limit, (long) found.size())
                .map(format -> hit(format, addresses.format(format)));
    }

    private static Hit hit(PostFormat format, String url) {
        var word = word(format);
        var title = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        return new Hit(word, title, url, "post-format", null, null, null);
    }

    private static String word(PostFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }
}
