package io.vidstead.search;

import io.vidstead.engines.cache.Cache;
import io.vidstead.engines.cache.Caches;
import io.vidstead.engines.search.QueryText.Clause;
import io.vidstead.jobs.RecurringJob;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.SigningKey;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.Viewers;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * What many search for. A query counts when it is a few plain words and finds something; it is told to others only once
 * {@link #PEOPLE} have asked it within {@link #DAYS} days, so that what somebody alone knows stays with them.
 */
@ApplicationScoped
class PopularQueries implements RecurringJob {

    /** From so many on a query is nobody's own. */
    static final int PEOPLE = 5;

    private static final int DAYS = 30;
    private static final int MOST = 1_000;
    private static final int LONGEST = 60;
    private static final int MOST_WORDS = 8;
    private static final int NAME_BYTES = 12;
    private static final Duration KEPT = Duration.ofSeconds(5);

    /** Addresses and numbers of people. */
    private static final Pattern PERSONAL = Pattern.compile("@|(\\d[ ./-]?){7}");

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Logger LOG = Logger.getLogger(PopularQueries.class);

    private final Transactions transactions;
    private final Viewers viewers;
    private final SigningKey key;
    private final Clock clock;
    private final Cache<String, List<String>> popular;

    PopularQueries(Transactions transactions, Viewers viewers, SigningKey key, Clock clock, Caches caches) {
        this.transactions = transactions;
        this.viewers = viewers;
        this.key = key;
        this.clock = clock;
        this.popular = caches.create("search.popular", KEPT, 1);
    }

    /** Takes note of a search that found something. Never fails: the searcher has their answer. */
    void asked(Caller caller, SearchRequest request) {
        counted(request).ifPresent(query -> {
            // Who is not signed in counts as all of their network: five programs at one address are one asker.
            String who = caller.userId().isPresent() ? viewers.name(caller) : viewers.network(caller);
            byte[] name = key.sign("search asker", (query + '\n' + who).getBytes(StandardCharsets.UTF_8));
            try {
                transactions.run(tx -> {
                    // The loss of one in a crash costs less than a wait for the disk at every search.
                    tx.execute("set local synchronous_commit = off");
                    tx.createUpdate("""
                                    insert into search_askers (query, asker, asked_on) values (:query, :asker, :today)
                                    on conflict (query, asker) do update set asked_on = excluded.asked_on
                                    where search_askers.asked_on < excluded.asked_on
                                    """)
                            .bind("query", query)
                            .bind("asker", Arrays.copyOf(name, NAME_BYTES))
                            .bind("today", today())
                            .execute();
                });
            } catch (RuntimeException e) {
                LOG.debugf("a search is not counted: %s", e.getMessage());
            }
        });
    }

    /** In lower case and with single spaces; absent for what is not to be told to others whoever asks it. */
    static Optional<String> counted(SearchRequest request) {
        boolean plain = request.filters().isEmpty()
                && request.page().offset() == 0
                && request.text().fields().isEmpty()
                && request.text().clauses().size() <= MOST_WORDS
                && request.text().clauses().stream().allMatch(Clause.Word.class::isInstance);
        String query =
                SPACES.matcher(request.written().toLowerCase(Locale.ROOT)).replaceAll(" ");
        boolean fitting = query.length() > 1
                && query.length() <= LONGEST
                && !PERSONAL.matcher(query).find();
        return plain && fitting ? Optional.of(query) : Optional.empty();
    }

    /** Those that begin so, what most people asked first. */
    List<String> beginning(String typed, int limit) {
        String begin = SPACES.matcher(typed.toLowerCase(Locale.ROOT)).replaceAll(" ");
        return popular.get("", _ -> read()).stream()
                .filter(query -> query.startsWith(begin))
                .limit(limit)
                .toList();
    }

    private List<String> read() {
        return transactions.read(handle -> handle.createQuery("""
                        select query from search_askers where asked_on >= :since
                        group by query having count(*) >= :people
                        order by count(*) desc, query limit :limit
                        """)
                .bind("since", today().minusDays(DAYS))
                .bind("people", PEOPLE)
                .bind("limit", MOST)
                .mapTo(String.class)
                .list());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Override
    public String name() {
        return "search.forget-queries";
    }

    @Override
    public Duration interval() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        transactions.run(tx -> tx.createUpdate("delete from search_askers where asked_on < :since")
                .bind("since", today().minusDays(DAYS))
                .execute());
    }
}
