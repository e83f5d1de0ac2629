package io.vidstead.catalog;

import static io.vidstead.testing.Films.titled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidstead.accounts.Accounts;
import io.vidstead.engines.cache.CaffeineCaches;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Outages;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.SigningKey;
import io.vidstead.kernel.SwitchedTransactions;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.PlatformTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages and lists while the database is away: as they last were, and saying so. */
@PlatformTest
class OutageTest extends VideoVisits {

    @Inject
    Jdbi database;

    @Inject
    CardStore cards;

    @Inject
    ViewStore views;

    @Inject
    Renderer renderer;

    @Inject
    SigningKey key;

    @Inject
    ObjectMapper json;

    @Inject
    Accounts accounts;

    @Inject
    VideoEditor editor;

    @Inject
    CustomThumbnails thumbnails;

    @Inject
    Entitlements entitlements;

    private final AtomicLong nanos = new AtomicLong();
    private SwitchedTransactions transactions;
    private VideoPages pages;
    private VideoId video;

    @BeforeEach
    void own() {
        transactions = new SwitchedTransactions(database);
        pages = new VideoPages(transactions, cards, views, renderer, key, json, new CaffeineCaches(nanos::get));
        video = films.playing(owner.id(), titled("Kept in mind", "public"));
    }

    private VideoResource resource(Optional<UserId> viewer) {
        return new VideoResource(
                pages,
                editor,
                thumbnails,
                renderer,
                accounts,
                (_, _) -> unlessAway(Map.of(video, 7)),
                (_, _, _) -> unlessAway(new ViewerStates.ViewerState("like", null)),
                entitlements,
                new Somebody(viewer));
    }

    /** The other parts come from the same database. */
    private <T> T unlessAway(T part) {
        transactions.read(_ -> part);
        return part;
    }

    private record Somebody(Optional<UserId> userId) implements Caller {

        @Override
        public Role role() {
            return Role.USER;
        }

        @Override
        public OptionalLong signIn() {
            return OptionalLong.empty();
        }

        @Override
        public String address() {
            return "";
        }

        @Override
        public String userAgent() {
            return "";
        }
    }

    private static HttpHeaders noHeaders() {
        return (HttpHeaders) Proxy.newProxyInstance(
                OutageTest.class.getClassLoader(), new Class<?>[] {HttpHeaders.class}, (_, _, _) -> null);
    }

    private Response page(Optional<UserId> viewer) {
        return resource(viewer).get(video, noHeaders());
    }

    private Response list() {
        return resource(Optional.empty()).list(null, null, "newest", null, 15, null, noHeaders());
    }

    private void databaseGoes() {
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());
        transactions.setAway(true);
    }

    @Test
    void theLastPageIsServedAndMarked() {
        Response fresh = page(Optional.empty());
        assertThat(fresh.getHeaderString("Cache-Status")).isNull();
        databaseGoes();
        Response old = page(Optional.empty());
        assertThat(old.getStatus()).isEqualTo(200);
        assertThat((byte[]) old.getEntity()).isEqualTo((byte[]) fresh.getEntity());
        assertThat(old.getHeaderString("Cache-Status")).matches("vidstead; hit; ttl=-\\d+; detail=stale");
        transactions.setAway(false);
        assertThat(page(Optional.empty()).getHeaderString("Cache-Status")).isNull();
    }

    @Test
    void theLastListIsServedAndMarked() {
        byte[] fresh = (byte[]) list().getEntity();
        databaseGoes();
        Response old = list();
        assertThat((byte[]) old.getEntity()).isEqualTo(fresh);
        assertThat(old.getHeaderString("Cache-Status")).endsWith("detail=stale");
    }

    @Test
    void aSignedInViewersPageGoesWithoutTheirOwnParts() throws Exception {
        Optional<UserId> viewer = Optional.of(other.id());
        Response whole = page(viewer);
        assertThat(whole.getHeaderString("Vidstead-Without")).isNull();
        assertThat(json.readTree((byte[]) whole.getEntity())
                        .path("watch_position")
                        .asInt())
                .isEqualTo(7);
        databaseGoes();
        Response less = page(viewer);
        assertThat(less.getHeaderString("Vidstead-Without")).isEqualTo("watch-position, viewer");
        assertThat(json.readTree((byte[]) less.getEntity()).path("title").asText())
                .isEqualTo("Kept in mind");
        assertThat(json.readTree((byte[]) less.getEntity())
                        .path("watch_position")
                        .isNull())
                .isTrue();
    }

    @Test
    void whatWasNeverSeenOrHasChangedIsAway() {
        databaseGoes();
        assertThatThrownBy(() -> page(Optional.empty())).matches(Outages::caused);
        transactions.setAway(false);
        page(Optional.empty());
        pages.changed(new VideoChanged(video, true));
        transactions.setAway(true);
        assertThatThrownBy(() -> page(Optional.empty()))
                .as("what is taken back stays so")
                .matches(Outages::caused);
        assertThatThrownBy(this::list).matches(Outages::caused);
    }
}
