package io.masthead.media;

import io.masthead.kernel.Actor;
import io.masthead.user.User;

/**
 * A media as one caller may see it.
 *
 * @param author null where the caller may not see the profile: having a file does not make its
 *     owner known
 */
public record MediaView(Media media, User author) {

    static MediaView of(Media media, Actor actor) {
        return new MediaView(media, media.author().isVisibleTo(actor) ? media.author() : null);
    }
}
