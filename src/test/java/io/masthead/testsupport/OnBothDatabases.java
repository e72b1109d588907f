package io.masthead.testsupport;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Runs a test that starts Quarkus on H2 as well as on PostgreSQL, where all of them run: its subject
 * is SQL, locking, an import or the start, or it is the one test that tries a resource on H2.
 */
@Tag("both-databases")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OnBothDatabases {}
