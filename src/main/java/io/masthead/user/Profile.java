package io.masthead.user;

/** The public profile of a user: checked, and in the form in which it is stored. */
record Profile(String name, String slug, String biography, String url, String avatarUrl) {}
