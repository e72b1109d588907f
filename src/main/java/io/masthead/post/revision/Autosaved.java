package io.masthead.post.revision;

import io.masthead.post.PostView;

/**
 * What came of an autosave: one of the two, the other null.
 *
 * @param draft the post itself, which took the change
 * @param autosave what was kept beside the post
 */
public record Autosaved(PostView draft, RevisionView autosave) {}
