package io.masthead.setting;

import io.masthead.kernel.Change;

/** What changes of the addresses of content; nothing of it can be cleared. */
public record AddressChanges(Change<String> permalinkStructure, Change<String> categoryBase, Change<String> tagBase) {

    /** All of it stays. */
    public static final AddressChanges NONE = new AddressChanges(Change.absent(), Change.absent(), Change.absent());

    AddressChanges differingFrom(AddressSettings addresses) {
        return new AddressChanges(
                permalinkStructure.differingFrom(addresses.permalinkStructure()),
                categoryBase.differingFrom(addresses.categoryBase()),
                tagBase.differingFrom(addresses.tagBase()));
    }
}
