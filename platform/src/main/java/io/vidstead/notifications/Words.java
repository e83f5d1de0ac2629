package io.vidstead.notifications;

/** What letters and messages say, in one language. */
interface Words {

    /** For a language code; English for all that nobody has translated. */
    static Words in(String language) {
        return language.startsWith("de") ? new GermanWords() : new EnglishWords();
    }

    String code();

    /** One sentence without a full stop. */
    String sentence(Told told);

    String digestSubject(int count);

    String open();

    /** Why this letter came, with the site's name. */
    String reason(String site);

    String unsubscribe();

    String settings();
}
