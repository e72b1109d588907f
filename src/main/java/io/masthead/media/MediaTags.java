package io.masthead.media;

import io.masthead.platform.event.Tags;
import java.util.Set;
import java.util.TreeSet;

/** The cache tags of media. */
public final class MediaTags {

    private MediaTags() {}

    /** Of what a response shows with a file. The post that it was uploaded to decides who may see it, and its URL. */
    public static Set<String> shown(Media media) {
        var tags = new TreeSet<String>();
        tags.add(Tags.media(media.id()));
        if (media.postId() != null) {
            tags.add(Tags.post(media.postId()));
            tags.add(Tags.page(media.postId()));
        }
        return tags;
    }
}
