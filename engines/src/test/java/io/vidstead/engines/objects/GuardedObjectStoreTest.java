package io.vidstead.engines.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.engines.FakeTicker;
import io.vidstead.engines.guard.Guard;
import io.vidstead.engines.guard.Guards;
import io.vidstead.engines.guard.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A guarded store keeps the store's contract and abilities. */
class GuardedObjectStoreTest extends ObjectStoreContract {

    @TempDir
    Path folder;

    private final FakeTicker ticker = new FakeTicker();
    private Guards guards = new Guards(ticker);
    private GuardedObjectStore store;

    @BeforeEach
    void open() {
        guards = new Guards(ticker);
        store = GuardedObjectStore.of(FileObjectStore.open(folder, Clock.systemUTC()), guards);
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    @Override
    public ObjectStore store() {
        return store;
    }

    @Override
    public ObjectStore restarted() {
        try {
            store.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        open();
        return store;
    }

    private Guard guard() {
        return guards.all().getFirst();
    }

    @Test
    void abilitiesAreKept() throws IOException {
        assertThat(store)
                .isInstanceOf(LocalObjects.class)
                .isInstanceOf(StagingObjects.class)
                .isInstanceOf(Quarantine.class);
        store.put(KEY, new ByteArrayInputStream(new byte[] {1}));
        assertThat(((LocalObjects) store).localPath(KEY)).isPresent();
    }

    @Test
    void aStoreOfOtherAbilitiesIsRefusedBeforeOneIsLost() {
        ObjectStore half = proxy(ObjectStore.class, LocalObjects.class);
        assertThatIllegalArgumentException().isThrownBy(() -> GuardedObjectStore.of(half, new Guards()));
    }

    @Test
    void whatIsMissingOrTheCallersFaultOpensNothing() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the caller's own");
            }
        };
        for (int i = 0; i < 50; i++) {
            ObjectKey missing = new ObjectKey("missing/" + i);
            assertThat(store.stat(missing)).isEmpty();
            assertThat(store.open(missing)).isEmpty();
            assertThatThrownBy(() -> store.put(missing, broken)).isInstanceOf(IOException.class);
            StagedObject never = ((StagingObjects) store).stage("never" + i);
            assertThatThrownBy(() -> never.commit(missing)).isInstanceOf(StageEndedException.class);
        }
        assertThat(guard().failures()).isZero();
        assertThat(guard().state()).isZero();
    }

    @Test
    void aStoreThatFailsIsAwayAtOnceAndComesBack() {
        boolean[] broken = {true};
        Guards own = new Guards(ticker);
        GuardedObjectStore guarded = GuardedObjectStore.of(
                (ObjectStore) Proxy.newProxyInstance(
                        getClass().getClassLoader(), new Class<?>[] {ObjectStore.class}, (_, method, arguments) -> {
                            if (broken[0]) {
                                throw new StorageException("the disk is gone");
                            }
                            return method.invoke(store, arguments);
                        }),
                own);
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> guarded.stat(KEY)).hasMessage("the disk is gone");
        }
        assertThatThrownBy(() -> guarded.stat(KEY))
                .isInstanceOf(StoreAwayException.class)
                .hasCauseInstanceOf(RefusedException.class);
        broken[0] = false;
        ticker.advance(Duration.ofSeconds(2));
        assertThat(guarded.stat(KEY)).isEmpty();
        assertThat(own.all().getFirst().state()).isZero();
    }

    private static ObjectStore proxy(Class<?>... abilities) {
        return (ObjectStore)
                Proxy.newProxyInstance(GuardedObjectStoreTest.class.getClassLoader(), abilities, (_, _, _) -> {
                    throw new AssertionError("only what it is able to do is asked, nothing is called");
                });
    }
}
