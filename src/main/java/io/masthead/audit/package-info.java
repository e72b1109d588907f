/**
 * Who did what, when and why, as it is written in the transaction of the change. What is
 * recorded is decided by the feature that does it.
 */
package io.masthead.audit;
