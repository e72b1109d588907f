/**
 * Who did what, when and why. Features record it in their transactions; changes of content are recorded from
 * events shortly after the commit.
 */
package io.masthead.platform.audit;
