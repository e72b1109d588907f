package io.masthead.media;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CustomFields;
import io.masthead.user.User;
import java.util.Map;

/**
 * A media item as one caller may see it.
 *
 * @param author null if the caller may not see the profile: media do not reveal their owners
 * @param customFields those that the caller may see: who may change the media sees hidden ones
 */
public record MediaView(Media media, User author, Map<String, Object> customFields) {

    static MediaView of(Media media, Actor actor) {
        return new MediaView(
                media,
                media.author().isVisibleTo(actor) ? media.author() : null,
                MediaService.isEditor(media, actor)
                        ? media.customFields()
                        : CustomFields.withoutProtected(media.customFields()));
    }
}
