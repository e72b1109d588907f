/** Password reset by mail. The mail itself is sent outside the core, in {@code adapter.mail}. */
package io.masthead.user.recovery;
