package io.masthead.user;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;

/** Sources of pictures in tests: the defaults, until a test changes them. */
@Mock
@ApplicationScoped
public class SwitchedAvatars implements AvatarConfig {

    private volatile boolean gravatar;
    private volatile boolean wordpress = true;

    /** Lets the native API show Gravatars. */
    void withGravatar() {
        gravatar = true;
    }

    /** Lets the WordPress API show no pictures. */
    void withoutWordPress() {
        wordpress = false;
    }

    void asByDefault() {
        gravatar = false;
        wordpress = true;
    }

    @Override
    public boolean gravatar() {
        return gravatar;
    }

    @Override
    public boolean wordpress() {
        return wordpress;
    }
}
