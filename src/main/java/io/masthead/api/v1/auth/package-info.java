/**
 * Sign-in by password, second factor or external account, sign-out and password reset. Credentials of
 * requests are read by {@code io.masthead.auth}.
 */
package io.masthead.api.v1.auth;
