package io.masthead.media;

import io.masthead.kernel.Actor;
import io.masthead.user.User;

/**
 * A media item as one caller may see it.
 *
 * @param author null if the caller may not see the profile: media do not reveal their owners
 */
public record MediaView(Media media, User author) {

    static MediaView of(Media media, Actor actor) {
        return new MediaView(media, media.author().isVisibleTo(actor) ? media.author() : null);
    }
}
