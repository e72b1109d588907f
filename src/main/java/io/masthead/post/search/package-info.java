/** List queries of posts: filters, conditions and orders. The repository of posts runs them. */
package io.masthead.post.search;
