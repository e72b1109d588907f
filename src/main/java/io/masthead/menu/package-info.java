/**
 * Menus: named trees of links that front ends show at their places. Items that refer to posts, pages, categories or
 * tags take labels and URLs from them when they are read.
 */
package io.masthead.menu;
