/**
 * What all packages of this API share: parameters, bodies, lists, problems and entity tags. The
 * document is made in {@code openapi}.
 */
package io.masthead.api.v1.http;
