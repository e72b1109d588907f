package io.masthead.imports;

import io.masthead.imports.item.SourceText;
import io.masthead.imports.wxr.WxrSite;
import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.Patch;
import io.masthead.setting.AddressChanges;
import io.masthead.setting.DiscussionChanges;
import io.masthead.setting.DisplayChanges;
import io.masthead.setting.SettingService;
import io.masthead.setting.SettingsPatch;
import io.masthead.user.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Imports the settings of the exported site. */
@ApplicationScoped
class SiteSettingsImport {

    private final SettingService settings;

    SiteSettingsImport(SettingService settings) {
        this.settings = settings;
    }

    /**
     * Changes title, description, URL and language, as far as the file has them.
     *
     * @return the reason if that fails
     */
    Optional<String> run(WxrSite site, long ownerId) {
        // Requested at the start of the import, by a user who had all rights of an import.
        var actor = new Actor(ownerId, Role.ADMINISTRATOR.capabilities());
        try {
            settings.update(
                    new SettingsPatch(
                            told(site.title()),
                            told(site.description()),
                            told(site.url().replaceFirst("/+$", "")),
                            told(site.language()),
                            Patch.absent(),
                            Patch.absent(),
                            Patch.absent(),
                            Patch.absent(),
                            Patch.absent(),
                            Patch.absent(),
                            Patch.absent(),
                            Patch.absent(),
                            Patch.absent(),
                            DiscussionChanges.NONE,
                            AddressChanges.NONE,
                            DisplayChanges.NONE),
                    ExpectedVersion.ANY,
                    actor);
            return Optional.empty();
        } catch (CmsException e) {
            return Optional.of("The settings of the site were not imported: " + e.getMessage());
        }
    }

    private static Patch<String> told(String value) {
        return value.isBlank() ? Patch.absent() : Patch.to(SourceText.storable(value));
    }
}
