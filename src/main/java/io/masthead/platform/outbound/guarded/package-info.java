/**
 * Files of other servers whose URLs users choose: what may be reached, and how long and how much is waited for.
 * Servers that operators choose are called by the parent package.
 */
package io.masthead.platform.outbound.guarded;
