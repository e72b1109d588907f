package io.masthead.comment.spam;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Words to look for, each literally and ignoring case, also inside other words: never as patterns. */
record WordList(List<String> words) {

    static WordList of(List<String> words) {
        return new WordList(words.stream().map(WordList::folded).toList());
    }

    /** Whether one of them occurs in the text or in the author's data. */
    boolean occursIn(ExaminedComment comment) {
        return Stream.of(
                        comment.author().name(),
                        comment.author().email(),
                        comment.author().url(),
                        comment.source(),
                        comment.origin().address(),
                        comment.origin().userAgent())
                .map(WordList::folded)
                .anyMatch(field -> words.stream().anyMatch(field::contains));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
