package io.vidstead.engines.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.engines.search.SearchIndex.Rebuild;
import io.vidstead.engines.search.SearchIndex.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every {@link SearchIndex} keeps; each test has an empty one, for vectors of three numbers. */
abstract class SearchIndexContract {

    static final Set<String> VIDEOS = Set.of("video");

    abstract SearchIndex index();

    static Entry video(String id, String language, String title, String description) {
        return entry(id, "video", id, language, Map.of(TextField.TITLE, title, TextField.DESCRIPTION, description), 0);
    }

    static Entry entry(
            String id, String kind, String parent, String language, Map<TextField, String> texts, long views) {
        return new Entry(
                id,
                kind,
                parent,
                Optional.of(language).filter(tag -> !tag.isEmpty()),
                texts,
                Map.of("category", List.of(views > 10 ? "music" : "news")),
                Map.of("published", views),
                Map.of("views", views),
                Optional.empty());
    }

    void put(Entry... entries) {
        index().write(Arrays.stream(entries).<Change>map(Change.Put::new).toList());
    }

    List<String> found(String text) {
        return ids(index().search(SearchQuery.of(VIDEOS, QueryText.parse(text, Set.of()), List.of(), 50)));
    }

    static List<String> ids(Found found) {
        return found.hits().stream().map(Found.Hit::id).toList();
    }

    @Test
    void whatIsWrittenIsFoundAtOnceAndReplacedWhole() {
        put(video("a", "en", "Old title", ""));
        assertThat(found("title")).containsExactly("a");
        put(video("a", "en", "New name", ""));
        assertThat(found("title")).isEmpty();
        assertThat(found("name")).containsExactly("a");
        index().write(List.of(new Change.Remove("a"), new Change.Remove("nothing")));
        assertThat(found("name")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Running shoes for beginners       | run shoe
            en | Café in the old town              | cafe
            de | Die schönsten Häuser der Altstadt | haus
            de | Straßen und Brücken               | strasse
            de | Bootsanhänger richtig beladen     | Anhänger
            de | Krankenhausserie                  | Krankenhaus
            fr | Les chevaux de l'école            | cheval ecole
            es | Canciones para niños              | cancion nino
            it | Le città d'Italia più belle       | citta italia
            pt | Receitas de pães caseiros         | receita
            nl | De mooiste fietsen van Nederland  | fiets
            ru | Ёлка и зимние праздники           | елка праздник
            ar | تعلم اللغة العربية للمبتدئين      | العربية
            ar | كِتَابٌ جديد                       | كتاب
            hi | हिन्दी में खाना पकाना             | हिन्दी
            zh | 北京的天气预报                       | 天气
            ja | 東京の美しい庭園                     | 庭園
            ko | 서울의 맛있는 음식                   | 음식
            el | Ελληνική μουσική                 | ελληνικη
            tr | İstanbul'da güzel bir gün         | istanbul
            """)
    void wordsAreFoundInOtherFormsAndWithoutDiacritics(String language, String title, String asked) {
        put(video("a", language, title, ""), video("b", "en", "Something else entirely", ""));
        assertThat(found(asked)).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Wie man ein Haus baut und was es kostet     | häuser
            How to build the houses of the future       | house
            Cómo hacer las casas del futuro con poco    | casa
            Как построить новые дома своими руками      | дом
            """)
    void aLanguageThatNobodyNamedIsGuessed(String title, String asked) {
        put(video("a", "", title, ""));
        assertThat(found(asked)).containsExactly("a");
    }

    @Test
    void whatAChannelIsCalledDoesNotHideTheLanguage() {
        Map<TextField, String> texts = Map.of(
                TextField.TITLE,
                "Donaudampfschifffahrt im Sommer",
                TextField.DESCRIPTION,
                "Ein Ausflug von Wien nach Linz.",
                TextField.AUTHOR,
                "some-channel-1a2b3c4d5e6f7a8b9c0d1e2f");
        put(entry("a", "video", "a", "", texts, 0));
        assertThat(found("Schifffahrt")).containsExactly("a");
    }

    @Test
    void typingErrorsAreForgiven() {
        put(video("a", "en", "Photography for beginners", ""), video("b", "en", "Gardening", ""));
        Found found = index().search(
                        SearchQuery.of(VIDEOS, QueryText.parse("fotography photograhpy", Set.of()), List.of(), 10));
        assertThat(found("photograhpy")).containsExactly("a");
        assertThat(found("begginers")).containsExactly("a");
        assertThat(found.correction()).contains("photography");
        assertThat(found("zzzzzzzz")).isEmpty();
        index().write(List.of(new Change.Remove("a")));
        assertThat(index().search(SearchQuery.of(VIDEOS, QueryText.parse("photograhpy", Set.of()), List.of(), 10))
                        .correction())
                .as("words of removed entries are not told")
                .isEmpty();
    }

    @Test
    void operatorsNarrow() {
        put(
                video("a", "en", "Red wine and cheese", ""),
                video("b", "en", "Cheese and red apples", ""),
                video("c", "en", "Blue cheese", "with wine"));
        assertThat(found("cheese")).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(found("\"red wine\"")).containsExactly("a");
        assertThat(found("cheese -wine")).containsExactly("b");
        assertThat(found("cheese -\"red apples\"")).containsExactlyInAnyOrder("a", "c");
        assertThat(found("chee* -blue")).containsExactlyInAnyOrder("a", "b");
        assertThat(found("-wine")).containsExactly("b");
        assertThat(found("\"")).hasSize(3);
    }

    @Test
    void aTitleCountsMoreThanADescription() {
        put(video("a", "en", "Something", "volcano"), video("b", "en", "Volcano", "something"));
        assertThat(found("volcano")).containsExactly("b", "a");
    }

    @Test
    void filtersOrdersPagesAndFacets() {
        for (int i = 1; i <= 20; i++) {
            put(entry("v" + i, "video", "v" + i, "en", Map.of(TextField.TITLE, "same title"), i));
        }
        put(entry("c", "channel", "c", "en", Map.of(TextField.TITLE, "same title"), 5));
        QueryText text = QueryText.parse("title", Set.of());
        List<Filter> some = List.of(new Filter.Between("published", 8, 15));
        Found found =
                index().search(new SearchQuery(VIDEOS, text, some, Optional.of("views"), 2, 3, Set.of("category")));
        assertThat(ids(found)).containsExactly("v13", "v12", "v11");
        assertThat(found.total()).isEqualTo(8);
        assertThat(found.facets().get("category")).containsExactly(Map.entry("music", 5L), Map.entry("news", 3L));
        assertThat(ids(index().search(SearchQuery.of(
                        VIDEOS, text, List.of(new Filter.AnyOf("category", Set.of("music"))), 50))))
                .hasSize(10);
        assertThat(ids(index().search(
                                SearchQuery.of(VIDEOS, text, List.of(new Filter.Parents(Set.of("v3", "c"))), 50))))
                .containsExactly("v3");
        index().write(List.of(
                new Change.Count("v9", Map.of("views", 99L, "unheard", 1L)),
                new Change.Count("gone", Map.of("views", 1L))));
        assertThat(ids(index().search(new SearchQuery(VIDEOS, text, some, Optional.of("views"), 0, 2, Set.of()))))
                .containsExactly("v9", "v15");
    }

    @Test
    void partsOfAThingGoTogether() {
        put(
                entry("a/1", "cue", "a", "en", Map.of(TextField.SAID, "a word"), 0),
                entry("a/2", "cue", "a", "en", Map.of(TextField.SAID, "another word"), 0),
                entry("b/1", "cue", "b", "en", Map.of(TextField.SAID, "one more word"), 0),
                entry("a", "video", "a", "en", Map.of(TextField.TITLE, "word"), 0));
        index().write(List.of(new Change.RemoveOf("a", "cue")));
        QueryText text = QueryText.parse("word", Set.of());
        assertThat(ids(index().search(SearchQuery.of(Set.of("cue", "video"), text, List.of(), 10))))
                .containsExactlyInAnyOrder("b/1", "a");
    }

    @Test
    void whatIsNearestInMeaningIsFound() {
        put(
                withVector("a", 1, 0, 0),
                withVector("b", 0, 1, 0),
                withVector("c", 0.8f, 0.6f, 0),
                video("d", "en", "no vector", ""));
        List<Found.Hit> near = index().nearest(VIDEOS, new float[] {1, 0, 0}, List.of(), 2);
        assertThat(near).extracting(Found.Hit::id).containsExactly("a", "c");
        assertThat(near.get(1).score()).isBetween(0.75, 0.85);
        assertThat(index().nearest(VIDEOS, new float[] {1, 0, 0}, List.of(new Filter.Parents(Set.of("b"))), 5))
                .extracting(Found.Hit::id)
                .containsExactly("b");
        assertThat(index().nearest(VIDEOS, new float[] {1, 0}, List.of(), 5))
                .as("another model's")
                .isEmpty();
    }

    @Test
    void vectorsAreToldAsTheyAreNow() {
        put(withVector("a", 1, 0, 0), withVector("b", 0, 1, 0), video("c", "en", "no vector", ""));
        put(withVector("a", 0, 0, 1));
        index().write(List.of(new Change.Remove("b")));
        assertThat(index().vectors(List.of("a", "b", "c", "d"))).containsOnlyKeys("a");
        assertThat(index().vectors(List.of("a")).get("a")).containsExactly(0, 0, 1);
    }

    @Test
    void aWordInTheTitleCountsMoreThanInTheDescription() {
        put(
                video("b", "en", "Evening walk", "Along the river, past the lighthouse."),
                video("a", "en", "Lighthouse walk", "Along the river in the evening."));
        assertThat(found("lighthouse")).containsExactly("a", "b");
    }

    @Test
    void aSentenceIsFoundByAFewOfItsWords() {
        put(
                video("a", "en", "Heat conduction in composite slabs", "How it was solved"),
                video("b", "en", "Heat", "Something else"));
        assertThat(found("what problems of heat conduction in composite slabs have been solved so far by engineers"))
                .startsWith("a")
                .doesNotContain("b");
    }

    static Entry withVector(String id, float... vector) {
        return new Entry(
                id,
                "video",
                id,
                Optional.of("en"),
                Map.of(TextField.TITLE, "title " + id),
                Map.of(),
                Map.of(),
                Map.of(),
                Optional.of(vector));
    }

    @Test
    void titlesAreCompleted() {
        put(
                entry("a", "video", "a", "en", Map.of(TextField.TITLE, "How to bake bread"), 3),
                entry("b", "video", "b", "en", Map.of(TextField.TITLE, "How to bake brownies"), 7),
                entry("c", "video", "c", "en", Map.of(TextField.TITLE, "Breaking news"), 1));
        assertThat(index().complete(VIDEOS, "how to br", "views", 10))
                .extracting(Found.Hit::id)
                .containsExactly("b", "a");
        assertThat(index().complete(VIDEOS, "BRÉ", "views", 10))
                .extracting(Found.Hit::id)
                .containsExactly("a", "c");
        assertThat(index().complete(VIDEOS, " … ", "views", 10)).isEmpty();
    }

    @Test
    void whatWasFoundIsMarkedInTheText() {
        assertThat(marked("run", "en", "He runs, she RAN, running is fun")).containsExactly("runs", "running");
        assertThat(marked("\"old town\" caf*", "en", "The cafés of the old town"))
                .containsExactly("cafés", "old", "town");
        assertThat(marked("anhänger", "de", "Ein Bootsanhänger")).containsExactly("Bootsanhänger");
        assertThat(marked("天气", "zh", "北京的天气预报")).containsExactly("天气");
        assertThat(marked("x -run", "en", "run")).isEmpty();
    }

    private List<String> marked(String asked, String language, String text) {
        return index().highlight(QueryText.parse(asked, Set.of()), language, text).stream()
                .map((Span span) -> text.substring(span.from(), span.to()))
                .toList();
    }

    @Test
    void queriesThatAreBombsAreAnsweredInTime() {
        put(video("a", "en", "a normal video about nothing", ""));
        long began = System.nanoTime();
        for (String bomb : List.of(
                "a* b* c* d* ".repeat(50),
                "*".repeat(10_000),
                "aa* ".repeat(2_000),
                "\"".repeat(5_001) + "x",
                "-".repeat(10_000),
                "word ".repeat(5_000),
                "\u0300".repeat(10_000),
                "天".repeat(3_000),
                "x".repeat(100_000))) {
            found(bomb);
        }
        assertThat(System.nanoTime() - began).isLessThan(20_000_000_000L);
    }

    @Test
    void aRebuildAnswersOnlyOnceItIsFinishedAndKnowsWhatCameMeanwhile() {
        put(video("old", "en", "film one", ""), video("kept", "en", "film two", ""));
        try (Rebuild rebuild = index().rebuild()) {
            assertThatThrownBy(() -> index().rebuild()).isInstanceOf(IllegalStateException.class);
            put(video("new", "en", "film three", ""), video("kept", "en", "film two, renamed", ""));
            index().write(List.of(new Change.Remove("old"), new Change.RemoveOf("kept", "cue")));
            rebuild.add(List.of(
                    video("old", "en", "film one", ""),
                    video("kept", "en", "film two", ""),
                    entry("kept/1", "cue", "kept", "en", Map.of(TextField.SAID, "film"), 0),
                    video("more", "en", "film four", "")));
            assertThat(found("film")).containsExactlyInAnyOrder("kept", "new");
            rebuild.finish();
        }
        assertThat(found("film")).containsExactlyInAnyOrder("kept", "new", "more");
        assertThat(found("renamed")).containsExactly("kept");
        assertThat(index().isComplete()).isTrue();
        index().rebuild().close();
        assertThat(found("film")).hasSize(3);
        assertThat(index().isComplete()).isTrue();
    }
}
