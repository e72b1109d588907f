package io.masthead.wp.conformance;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Change;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.setting.DiscussionChanges;
import io.masthead.setting.SettingChanges;
import io.masthead.setting.SettingService;
import io.masthead.testsupport.TestClock;
import io.masthead.user.AccessChanged;
import io.masthead.user.Role;
import io.masthead.user.User;
import io.quarkus.narayana.jta.QuarkusTransaction;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.time.Instant;

/** The running site, as far as a replay moves it beside asking: its clock, memory and switches. */
@Singleton
class Site {

    static final Actor OWNER =
            new Actor(User.FIRST_ADMINISTRATOR, Role.ADMINISTRATOR.capabilities());

    private static final int STOCK_FLOOD_SECONDS = 15;

    private final SettingService settings;
    private final Event<AccessChanged> access;
    private final TestClock clock;
    private boolean guestsComment;
    private boolean floodChecked;

    Site(SettingService settings, Event<AccessChanged> access, TestClock clock) {
        this.settings = settings;
        this.access = access;
        this.clock = clock;
    }

    void setClock(Instant time) {
        clock.putForward(Duration.between(Instant.now(), time));
    }

    void setClockRight() {
        clock.putRight();
    }

    /** Remembers nothing of a state of the database that has been replaced. */
    void forget() {
        QuarkusTransaction.requiringNew()
                .run(() -> access.fire(new AccessChanged(User.FIRST_ADMINISTRATOR)));
        changeNothing();
    }

    /** The state in which each group begins. */
    void beginsStock() {
        guestsComment = true;
        floodChecked = false;
        allow(false, true);
    }

    /** Who may comment, and how fast, from now on. */
    void allow(boolean guests, boolean floodCheck) {
        if (guests != guestsComment || floodCheck != floodChecked) {
            change(Change.to(!guests), Change.to(floodCheck ? STOCK_FLOOD_SECONDS : 0));
            guestsComment = guests;
            floodChecked = floodCheck;
        }
    }

    /** Any change, also none, lets the settings be read anew. */
    private void changeNothing() {
        change(Change.absent(), Change.absent());
    }

    private void change(Change<Boolean> signInNeeded, Change<Integer> floodSeconds) {
        var none = DiscussionChanges.NONE;
        settings.update(
                new SettingChanges(
                        Change.absent(),
                        Change.absent(),
                        Change.absent(),
                        Change.absent(),
                        Change.absent(),
                        Change.absent(),
                        Change.absent(),
                        Change.absent(),
                        Change.absent(),
                        signInNeeded,
                        Change.absent(),
                        Change.absent(),
                        Change.absent(),
                        new DiscussionChanges(
                                none.holdAll(),
                                none.holdFirst(),
                                none.holdLinks(),
                                none.moderationWords(),
                                none.disallowedWords(),
                                floodSeconds,
                                none.editSeconds(),
                                none.minFormSeconds(),
                                none.addressDays()),
                        io.masthead.setting.AddressChanges.NONE,
                        io.masthead.setting.DisplayChanges.NONE),
                ExpectedVersion.ANY,
                OWNER);
    }
}
