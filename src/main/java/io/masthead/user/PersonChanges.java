package io.masthead.user;

import io.masthead.kernel.Change;

/** What changes of what an account says of its person; null empties each. */
public record PersonChanges(
        Change<String> firstName, Change<String> lastName, Change<String> nickname, Change<String> locale) {

    public static final PersonChanges NONE =
            new PersonChanges(Change.absent(), Change.absent(), Change.absent(), Change.absent());

    PersonChanges differingFrom(Person told) {
        return new PersonChanges(
                firstName.differingFrom(told.firstName()),
                lastName.differingFrom(told.lastName()),
                nickname.differingFrom(told.nickname()),
                locale.differingFrom(told.locale()));
    }
}
