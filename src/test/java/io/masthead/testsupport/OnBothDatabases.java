package io.masthead.testsupport;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a test that starts Quarkus and runs on H2 as well as on PostgreSQL: its subject is SQL,
 * locking, an import or the start, or it is the one that tries a resource there.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OnBothDatabases {}
