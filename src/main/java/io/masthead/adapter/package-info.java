/**
 * Remote services, each in a room of its own, behind a port of the core that it implements. Not
 * here: when such a service is asked, and what follows from its answer.
 */
package io.masthead.adapter;
