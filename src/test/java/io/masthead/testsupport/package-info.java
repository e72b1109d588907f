/**
 * What tests share: a database for each run, and the one way to make content.
 *
 * <p>Here: set-up that more than one package needs. Not here: assertions, and anything that one
 * test alone uses; that stays beside the test.
 */
package io.masthead.testsupport;
