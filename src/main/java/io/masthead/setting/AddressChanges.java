package io.masthead.setting;

import io.masthead.kernel.Patch;

/** What changes of the addresses of content; nothing of it can be cleared. */
public record AddressChanges(Patch<String> permalinkStructure, Patch<String> categoryBase, Patch<String> tagBase) {

    /** All of it stays. */
    public static final AddressChanges NONE = new AddressChanges(Patch.absent(), Patch.absent(), Patch.absent());

    AddressChanges differingFrom(AddressSettings addresses) {
        return new AddressChanges(
                permalinkStructure.differingFrom(addresses.permalinkStructure()),
                categoryBase.differingFrom(addresses.categoryBase()),
                tagBase.differingFrom(addresses.tagBase()));
    }
}
