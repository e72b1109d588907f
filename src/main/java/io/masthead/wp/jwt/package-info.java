/**
 * Sign-in by password for front ends that were made for the plug-in "JWT Authentication for WP REST API": its routes
 * and words over this server's sessions. It decides nothing about who may sign in.
 */
package io.masthead.wp.jwt;
