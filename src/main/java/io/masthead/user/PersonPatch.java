package io.masthead.user;

import io.masthead.kernel.Patch;

/** Changes to the personal details of an account; null empties a part. */
public record PersonPatch(
        Patch<String> firstName, Patch<String> lastName, Patch<String> nickname, Patch<String> locale) {

    public static final PersonPatch NONE =
            new PersonPatch(Patch.absent(), Patch.absent(), Patch.absent(), Patch.absent());

    PersonPatch differingFrom(Person details) {
        return new PersonPatch(
                firstName.differingFrom(details.firstName()),
                lastName.differingFrom(details.lastName()),
                nickname.differingFrom(details.nickname()),
                locale.differingFrom(details.locale()));
    }
}
