package io.masthead.user.credential;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import me.gosimple.nbvcxz.resources.DictionaryUtil;

/** The most common passwords, which attackers try first. */
@Singleton
class CommonPasswords {

    /** The number of them that reach the minimum length. */
    static final int COUNT = 3_000;

    private Set<String> known;

    /** Whether it is one of them, ignoring case. */
    boolean contains(String password) {
        return known().contains(key(password));
    }

    /** Read when the first password is chosen: most runs of a server need none. */
    synchronized Set<String> known() {
        if (known == null) {
            known = DictionaryUtil.loadRankedDictionary(DictionaryUtil.passwords).entrySet().stream()
                    .filter(each -> PasswordRules.isLongEnough(each.getKey()))
                    .sorted(Map.Entry.comparingByValue())
                    .map(each -> key(each.getKey()))
                    .distinct()
                    .limit(COUNT)
                    .collect(Collectors.toUnmodifiableSet());
        }
        return known;
    }

    private static String key(String password) {
        return password.toLowerCase(Locale.ROOT);
    }
}
