/**
 * Who did what, when and why, as the feature that does it records it in its transaction; of
 * content, as events tell it a moment after the commit.
 */
package io.masthead.platform.audit;
