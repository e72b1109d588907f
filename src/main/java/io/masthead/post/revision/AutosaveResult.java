package io.masthead.post.revision;

import io.masthead.post.PostView;

/**
 * The result of an autosave; one of the two is null.
 *
 * @param draft the post itself, if it was changed
 * @param autosave the stored autosave
 */
public record AutosaveResult(PostView draft, RevisionView autosave) {}
