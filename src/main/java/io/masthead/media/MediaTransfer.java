package io.masthead.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Gives the media of one user to another, as part of something larger. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class MediaTransfer {

    private final MediaRepository media;
    private final Clock clock;

    MediaTransfer(MediaRepository media, Clock clock) {
        this.media = media;
        this.clock = clock;
    }

    public void give(long fromUserId, long toUserId) {
        media.give(fromUserId, toUserId, clock.instant());
    }
}
