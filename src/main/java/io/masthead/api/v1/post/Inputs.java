package io.masthead.api.v1.post;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.Patch;

/** Parts of bodies that several resources share. */
final class Inputs {

    /** The statuses that clients can set: not {@code trashed}. */
    static final String STATUSES = "draft,pending,scheduled,published,private";

    private static final ContentInput NO_CONTENT = new ContentInput(Patch.absent(), Patch.absent());

    private Inputs() {}

    /** Source and format of the content; both absent if the content is. */
    static ContentInput content(Patch<ContentInput> content) {
        if (content.isSet() && content.value() == null) {
            throw CmsException.field("content", "null_not_allowed", "'content' must not be null.");
        }
        return content.isSet() ? content.value() : NO_CONTENT;
    }
}
