package io.masthead.menu;

import io.masthead.permalink.Permalinks;
import io.masthead.platform.event.ReadTags;
import io.masthead.platform.event.Tags;
import io.masthead.post.event.PostTags;
import io.masthead.setting.PermalinkStructure;
import io.masthead.setting.SettingService;
import io.masthead.taxonomy.Term;
import io.masthead.taxonomy.TermSummary;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks up what items refer to, with labels and current URLs: two statements and those of {@link Permalinks}, for
 * however many menus. What depends on a thing that is not here depends on its tag all the same.
 */
@ApplicationScoped
class MenuThings {

    private final MenuThingRepository repository;
    private final Permalinks permalinks;
    private final SettingService settings;
    private final ReadTags reads;

    MenuThings(MenuThingRepository repository, Permalinks permalinks, SettingService settings, ReadTags reads) {
        this.repository = repository;
        this.permalinks = permalinks;
        this.settings = settings;
        this.reads = reads;
    }

    /** Of all items of these menus, which must be the items' own. */
    Map<MenuReference, MenuThing> ofMenus(Collection<Long> menuIds, List<MenuItem> items) {
        var references = references(items);
        return references.isEmpty()
                ? Map.of()
                : shown(references, repository.postsOf(menuIds), repository.termsOf(menuIds));
    }

    /** Of these items; those that do not exist are absent. */
    Map<MenuReference, MenuThing> of(List<MenuItem> items) {
        return of(references(items));
    }

    Map<MenuReference, MenuThing> of(Collection<MenuReference> references) {
        var posts = references.stream()
                .filter(one -> one.kind().postType().isPresent())
                .map(MenuReference::id)
                .distinct()
                .toList();
        var terms = references.stream()
                .filter(one -> one.kind().termKind().isPresent())
                .map(MenuReference::id)
                .distinct()
                .toList();
        return shown(references, repository.posts(posts), repository.terms(terms));
    }

    private static List<MenuReference> references(List<MenuItem> items) {
        return items.stream()
                .map(MenuItem::reference)
                .filter(reference -> reference != null)
                .distinct()
                .toList();
    }

    private Map<MenuReference, MenuThing> shown(
            Collection<MenuReference> references, List<MenuThingRepository.Target> posts, List<Term> terms) {
        references.forEach(reference -> reads.add(tag(reference)));
        if (posts.isEmpty() && terms.isEmpty()) {
            return Map.of();
        }
        if (settings.get().addresses().structure().has(PermalinkStructure.Tag.AUTHOR)) {
            reads.add(Tags.USERS);
        }
        var addresses = permalinks.ofAll(
                posts.stream().map(MenuThingRepository.Target::place).toList(),
                terms.stream().map(TermSummary::of).toList());
        var things = new HashMap<MenuReference, MenuThing>();
        for (var post : posts) {
            var place = post.place();
            var reference = new MenuReference(MenuItemKind.of(place.type()), place.id());
            things.put(
                    reference,
                    new MenuThing(reference, post.title(), place.slug(), addresses.post(place), post.isPublic()));
        }
        for (var term : terms) {
            var reference = new MenuReference(MenuItemKind.of(term.kind()), term.id());
            things.put(reference, new MenuThing(reference, term.name(), term.slug(), addresses.term(term), true));
        }
        return things;
    }

    private static String tag(MenuReference reference) {
        return reference
                .kind()
                .postType()
                .map(type -> PostTags.of(type, reference.id()))
                .orElseGet(() -> Tags.term(reference.id()));
    }
}
