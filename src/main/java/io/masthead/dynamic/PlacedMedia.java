package io.masthead.dynamic;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Offset;
import io.masthead.media.Media;
import io.masthead.media.MediaFilter;
import io.masthead.media.MediaQuery;
import io.masthead.media.MediaService;
import io.masthead.media.MediaSort;
import io.masthead.media.MediaView;
import io.masthead.post.dynamic.DynamicBlocks.Placed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the files of galleries and playlists: those that the author named, or else those that were uploaded to the
 * post. One statement for all that are named, and one for a few posts whose files are not.
 */
@ApplicationScoped
class PlacedMedia {

    /** Further files of a text are not shown. */
    private static final int MOST = 300;

    /** The posts whose files are read by one statement, unless those are more than {@link #MOST_TOGETHER}. */
    private static final int TOGETHER = 10;

    private static final int MOST_TOGETHER = 900;

    private final MediaService media;

    PlacedMedia(MediaService media) {
        this.media = media;
    }

    /**
     * @param family of each block, such as {@code image}
     * @return those that the caller may see, in the order in which they are shown
     */
    Map<Placed, List<Media>> of(List<Placed> blocks, Function<Placed, String> family, Actor actor) {
        var named = blocks.stream().collect(Collectors.groupingBy(Placed::postId)).values().stream()
                .flatMap(ofPost -> ofPost.stream()
                        .flatMap(placed -> named(placed).stream())
                        .distinct()
                        .limit(MOST))
                .distinct()
                .toList();
        var byId = media.byIds(named, actor);
        var attached = attached(blocks, actor);
        var found = new HashMap<Placed, List<Media>>();
        var left = new HashMap<Long, Integer>();
        for (var placed : blocks) {
            var ids = named(placed);
            var all = ids.isEmpty()
                    ? attached.getOrDefault(post(placed), List.of())
                    : ids.stream().map(byId::get).filter(Objects::nonNull).toList();
            var excluded = new HashSet<>(placed.block().ids("exclude"));
            var shown = new ArrayList<>(all.stream()
                    .filter(row -> row.mimeType().startsWith(family.apply(placed) + "/"))
                    .filter(row -> !excluded.contains(row.id()))
                    .limit(left.getOrDefault(placed.postId(), MOST))
                    .toList());
            if (placed.block().text("order").equalsIgnoreCase("desc")) {
                Collections.reverse(shown);
            }
            left.merge(placed.postId(), MOST - shown.size(), (before, unused) -> before - shown.size());
            found.put(placed, shown);
        }
        return found;
    }

    private static List<Long> named(Placed placed) {
        var ids = placed.block().ids("ids");
        return ids.isEmpty() ? placed.block().ids("include") : ids;
    }

    /** The post whose files are shown; another one than that of the text if the author said so. */
    private static Long post(Placed placed) {
        return Optional.of(placed.block().ids("id"))
                .filter(ids -> !ids.isEmpty())
                .map(ids -> ids.get(0))
                .orElse(placed.postId());
    }

    private Map<Long, List<Media>> attached(List<Placed> blocks, Actor actor) {
        var posts = blocks.stream()
                .filter(placed -> named(placed).isEmpty())
                .map(PlacedMedia::post)
                .distinct()
                .toList();
        var attached = new HashMap<Long, List<Media>>();
        for (int i = 0; i < posts.size(); i += TOGETHER) {
            var some = posts.subList(i, Math.min(posts.size(), i + TOGETHER));
            var found = attached(some, MOST_TOGETHER, actor);
            if (found.size() < MOST_TOGETHER || some.size() == 1) {
                found.forEach(row -> attached.computeIfAbsent(row.postId(), post -> new ArrayList<>())
                        .add(row));
            } else {
                some.forEach(post -> attached.put(post, attached(List.of(post), MOST, actor)));
            }
        }
        return attached;
    }

    private List<Media> attached(List<Long> posts, int limit, Actor actor) {
        var filter = MediaFilter.builder().postIds(posts).build();
        return media
                .search(new MediaQuery(filter, MediaSort.ID, false, new Offset(0, limit, false)), actor)
                .items()
                .stream()
                .map(MediaView::media)
                .toList();
    }
}
