package io.masthead.post;

import io.masthead.platform.job.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;

/** Publishes a scheduled post when it is due. */
@ApplicationScoped
class ScheduledPublishing implements JobHandler {

    static final String KIND = "post.publish";

    private final PostCommands posts;

    ScheduledPublishing(PostCommands posts) {
        this.posts = posts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(long subjectId) {
        posts.publishDue(subjectId);
    }
}
