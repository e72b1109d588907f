/** Files at URLs that users choose, by the guarded client. */
package io.masthead.adapter.fetch;
