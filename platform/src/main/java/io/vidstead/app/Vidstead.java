package io.vidstead.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.vidstead.app.settings.BadSettings;
import io.vidstead.app.settings.SettingsSources;
import io.vidstead.engines.DataFolder;
import io.vidstead.engines.database.Database;
import io.vidstead.engines.database.DatabaseStartException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The server's process. Reads the settings, takes the data folder, starts the database, then everything else; on SIGTERM
 * the other way round.
 *
 * <p>Exit codes: 0 after an asked-for stop, 1 when it cannot start or run, 2 when the settings are wrong.
 */
@QuarkusMain
public final class Vidstead {

    private static final int CANNOT_START = 1;
    private static final int BAD_SETTINGS = 2;
    private static final int STOP_SECONDS = 30;

    private Vidstead() {}

    public static void main(String... arguments) {
        int code = start(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    private static int start(String... arguments) {
        try {
            SettingsSources.Loaded loaded = SettingsSources.load(
                    List.of(arguments), System.getenv(), Path.of("").toAbsolutePath());
            DataFolder folder = DataFolder.lock(loaded.settings().data().dir());
            Database database = Databases.open(loaded.settings(), folder);
            QuarkusProperties.set(loaded, database);
            return run(folder, database);
        } catch (BadSettings e) {
            System.err.println("Vidstead cannot start; the settings are not right:");
            e.errors().forEach(error -> System.err.println("  - " + error));
            return BAD_SETTINGS;
        } catch (DataFolder.InUseException | DatabaseStartException | UncheckedIOException e) {
            System.err.println("Vidstead cannot start: " + e.getMessage());
            return CANNOT_START;
        }
    }

    /** Returns when the server has stopped. The database outlives everything that uses it. */
    private static int run(DataFolder folder, Database database) {
        CountDownLatch stopped = new CountDownLatch(1);
        AtomicInteger code = new AtomicInteger();
        Thread closing = Thread.ofPlatform().name("stop").unstarted(() -> {
            awaitStopped(stopped);
            database.close();
            folder.close();
            // The JVM's own code for SIGTERM is 143; a stop that was asked for and went well is 0.
            Runtime.getRuntime().halt(code.get());
        });
        Runtime.getRuntime().addShutdownHook(closing);
        try {
            Quarkus.run(Waiting.class, (_, fault) -> {
                if (fault != null) {
                    tell(fault);
                    code.set(CANNOT_START);
                }
                stopped.countDown();
            });
        } finally {
            stopped.countDown();
            closeUnlessExiting(closing, folder, database);
        }
        return code.get();
    }

    /** Where the process lives on, as it does for live reload, the next start must find the data free. */
    private static void closeUnlessExiting(Thread closing, DataFolder folder, Database database) {
        try {
            Runtime.getRuntime().removeShutdownHook(closing);
        } catch (IllegalStateException _) {
            return; // the process is ending, and the hook does it
        }
        database.close();
        folder.close();
    }

    /** On standard error: the log may not be there yet, or no longer. */
    private static void tell(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException || cause instanceof QuarkusBindException) {
                System.err.println(
                        "Vidstead cannot start: the address or port is in use by another program, or not this machine's; "
                                + "choose another with --port or --host.");
                return;
            }
        }
        fault.printStackTrace();
    }

    private static void awaitStopped(CountDownLatch stopped) {
        try {
            if (!stopped.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("Some work did not end in time; stopping all the same.");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs until it is told to stop; everything happens in beans. */
    public static final class Waiting implements QuarkusApplication {

        private final Greeting greeting;

        Waiting(Greeting greeting) {
            this.greeting = greeting;
        }

        @Override
        public int run(String... arguments) {
            greeting.print();
            Quarkus.waitForExit();
            return 0;
        }
    }
}
