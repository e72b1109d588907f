package io.masthead.media;

import io.masthead.kernel.Actor;
import io.masthead.platform.event.ChangeAction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Assigns all media of one user to another, as part of deleting the user. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class MediaTransfer {

    private final MediaRepository media;
    private final MediaEvents events;
    private final Clock clock;

    MediaTransfer(MediaEvents events, MediaRepository media, Clock clock) {
        this.media = media;
        this.events = events;
        this.clock = clock;
    }

    public void reassign(long fromUserId, long toUserId, Actor actor) {
        media.idsOf(fromUserId).forEach(id -> events.publish(id, ChangeAction.UPDATED, 0, actor.userId()));
        media.reassign(fromUserId, toUserId, clock.instant());
    }
}
