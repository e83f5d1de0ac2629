package io.vidstead.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidstead.engines.Await;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What many search for is suggested to others; what few do is not. */
@PlatformTest
class PopularQueriesTest extends SearchVisits {

    private List<Visitor> people(int count) {
        return IntStream.range(0, count).mapToObj(_ -> Visitor.user(site)).toList();
    }

    private static void ask(List<Visitor> people, String q) {
        for (Visitor person : people) {
            assertThat(person.get("/api/v1/search?q=" + query(q)).status()).isEqualTo(200);
        }
    }

    private List<String> suggested(String typed) {
        List<String> queries = new ArrayList<>();
        for (JsonNode each :
                anonymous.get("/api/v1/search/suggest?q=" + query(typed)).json().path("suggestions")) {
            if (each.path("kind").asText().equals("query")) {
                queries.add(each.path("text").asText());
            }
        }
        return queries;
    }

    @Test
    void whatFiveSearchForIsSuggestedAndWhatFourDoIsNot() {
        awaitFound(film("The harbour of " + word, word + "few of it", "en"), word);
        awaitFound(film("More", word + "few", "en"), word + "few");
        List<Visitor> people = people(PopularQueries.PEOPLE);
        ask(people.subList(2, people.size()), word + "few"); // with who awaited it they are four
        ask(people, "The  Harbour " + word);
        Await.until("it is suggested", () -> suggested("the harb").contains("the harbour " + word));
        assertThat(suggested(word.substring(0, 5))).isEmpty();
    }

    @Test
    void oneWhoAsksOftenIsOneAndNothingPersonalIsTold() {
        awaitFound(film("Letters to " + word, word + "mail anna@example.org 030 1234567", "en"), word);
        for (int i = 0; i < PopularQueries.PEOPLE; i++) {
            ask(List.of(owner), word);
            anonymous.get("/api/v1/search?q=" + word, "User-Agent", "another " + i);
        }
        List<Visitor> people = people(PopularQueries.PEOPLE);
        ask(people, word + "mail anna@example.org");
        ask(people, word + " 030 1234567");
        ask(people, "\"letters to " + word + "\"");
        ask(people, word + "nothing");
        ask(people, "letters " + word); // once this is suggested, the others would have been
        Await.until("it is suggested", () -> suggested("letters").contains("letters " + word));
        assertThat(suggested(word)).isEmpty();
        assertThat(suggested("letters t")).isEmpty();
    }
}
