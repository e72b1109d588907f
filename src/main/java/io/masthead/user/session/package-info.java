/**
 * Sessions of those who have signed in, and the refresh tokens that keep them going. How somebody
 * gets one is in {@code user.signin}; the access tokens made from them are the business of {@code
 * auth}.
 */
package io.masthead.user.session;
