package io.masthead.user;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;

/** Where pictures come from in tests: as by default, until a test says otherwise. */
@Mock
@ApplicationScoped
public class SwitchedAvatars implements AvatarConfig {

    private volatile boolean gravatar;
    private volatile boolean wordpress = true;

    /** From now on the native API gives addresses of Gravatar. */
    void withGravatar() {
        gravatar = true;
    }

    /** From now on the WordPress API shows no pictures. */
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
