package io.masthead.user;

/** What readers may know of a user, checked and in the form in which it is stored. */
record Profile(String name, String slug, String biography, String url, String avatarUrl) {}
