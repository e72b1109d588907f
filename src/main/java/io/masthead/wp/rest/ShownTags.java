package io.masthead.wp.rest;

import io.masthead.web.CacheTags;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/** What an answer of this surface shows, as a CDN is told: read from its path and its body. */
final class ShownTags {

    private static final Pattern PATH = Pattern.compile("/wp/v2/([a-z_-]+)(?:/(\\d{1,18}|[a-z_-]+))?(/.*)?");

    /** Addresses and times of all answers are made from them. */
    private final Set<String> tags = new LinkedHashSet<>(List.of(CacheTags.SETTINGS));

    private ShownTags() {}

    static Collection<String> of(WpRequest request, Object body) {
        var shown = new ShownTags();
        var path = PATH.matcher(request.path());
        var inner = body instanceof Map<?, ?> map && map.get("status") instanceof Integer;
        var content = inner && ((Map<?, ?>) body).containsKey("headers") ? ((Map<?, ?>) body).get("body") : body;
        if (path.matches()) {
            var collection = path.group(1);
            var thing = path.group(2) == null ? null : CacheTags.ofThing(collection, path.group(2));
            if (thing == null) {
                shown.list(collection, request);
                items(content).forEach(item -> shown.item(collection, item));
            } else {
                shown.tags.add(thing);
            }
        }
        items(content).forEach(shown::embedded);
        return shown.tags;
    }

    private void list(String collection, WpRequest request) {
        if (collection.equals("comments")
                && request.parameters().get("post") instanceof List<?> posts
                && !posts.isEmpty()) {
            posts.forEach(post -> tags.add(CacheTags.commentsOn(String.valueOf(post))));
        } else {
            tags.addAll(CacheTags.ofList(collection));
        }
        subjects(request.parameters().get("categories"), CacheTags::term);
        subjects(request.parameters().get("tags"), CacheTags::term);
        subjects(request.parameters().get("author"), CacheTags::user);
    }

    /** What the list is narrowed to: a new thing of theirs belongs on it. */
    private void subjects(Object wanted, LongFunction<String> name) {
        if (wanted instanceof List<?> ids) {
            ids.forEach(id -> tags.add(name.apply(Math.abs(((Number) id).longValue()))));
        } else if (wanted instanceof Map<?, ?> query) {
            subjects(query.get("terms"), name);
        }
    }

    private void item(String collection, Object item) {
        if (item instanceof Map<?, ?> map && map.get("id") != null) {
            add(collection, String.valueOf(map.get("id")));
            if (map.get("post") instanceof Number post) {
                add("posts", post.toString());
            }
        }
        self(item);
    }

    private void embedded(Object item) {
        if (item instanceof Map<?, ?> map && map.get("_embedded") instanceof Map<?, ?> relations) {
            var things = new ArrayList<Object>();
            relations.values().forEach(found -> items(found).forEach(one -> things.addAll(items(one))));
            things.forEach(this::self);
        }
    }

    private void self(Object item) {
        if (item instanceof Map<?, ?> map
                && map.get("_links") instanceof Map<?, ?> links
                && links.get("self") instanceof List<?> selves) {
            for (var link : selves) {
                if (link instanceof Link known && known.target() != null) {
                    var target = known.target();
                    add(target.kind().collection(), String.valueOf(target.id()));
                }
            }
        }
    }

    private void add(String collection, String id) {
        var tag = CacheTags.ofThing(collection, id);
        if (tag != null) {
            tags.add(tag);
        }
    }

    private static List<?> items(Object body) {
        return body instanceof List<?> list ? list : List.of(body == null ? "" : body);
    }
}
