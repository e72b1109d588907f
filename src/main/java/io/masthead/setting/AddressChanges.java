package io.masthead.setting;

import io.masthead.kernel.Patch;

/** Changes to the URLs of content; nothing can be cleared. */
public record AddressChanges(Patch<String> permalinkStructure, Patch<String> categoryBase, Patch<String> tagBase) {

    /** No changes. */
    public static final AddressChanges NONE = new AddressChanges(Patch.absent(), Patch.absent(), Patch.absent());

    AddressChanges differingFrom(AddressSettings addresses) {
        return new AddressChanges(
                permalinkStructure.differingFrom(addresses.permalinkStructure()),
                categoryBase.differingFrom(addresses.categoryBase()),
                tagBase.differingFrom(addresses.tagBase()));
    }
}
