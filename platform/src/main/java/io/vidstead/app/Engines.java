package io.vidstead.app;

import io.vidstead.app.objects.ObjectAccess;
import io.vidstead.engines.cache.Caches;
import io.vidstead.engines.cache.CaffeineCaches;
import io.vidstead.engines.database.GuardedDataSource;
import io.vidstead.engines.embed.Embedder;
import io.vidstead.engines.embed.GuardedEmbedder;
import io.vidstead.engines.embed.MiniLmEmbedder;
import io.vidstead.engines.embed.OpenAiEmbedder;
import io.vidstead.engines.events.EventLog;
import io.vidstead.engines.events.GuardedEventLog;
import io.vidstead.engines.events.Outbox;
import io.vidstead.engines.events.PostgresEventLog;
import io.vidstead.engines.guard.Guards;
import io.vidstead.engines.limits.LocalRateLimiter;
import io.vidstead.engines.limits.RateLimiter;
import io.vidstead.engines.mail.GuardedMailer;
import io.vidstead.engines.mail.LocalOutbox;
import io.vidstead.engines.mail.Mailer;
import io.vidstead.engines.mail.SentMail;
import io.vidstead.engines.mail.SmtpMailer;
import io.vidstead.engines.objects.FileObjectStore;
import io.vidstead.engines.objects.GuardedObjectStore;
import io.vidstead.engines.objects.HttpObjectStore;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.engines.objects.StagingObjects;
import io.vidstead.engines.pubsub.LocalPubSub;
import io.vidstead.engines.pubsub.PubSub;
import io.vidstead.engines.push.GuardedPushSender;
import io.vidstead.engines.push.PushSender;
import io.vidstead.engines.push.VapidKeys;
import io.vidstead.engines.push.WebPushSender;
import io.vidstead.engines.scan.ClamdScanner;
import io.vidstead.engines.scan.GuardedScanner;
import io.vidstead.engines.scan.NoVirusScanner;
import io.vidstead.engines.scan.VirusScanner;
import io.vidstead.engines.search.GuardedSearchIndex;
import io.vidstead.engines.search.LuceneSearchIndex;
import io.vidstead.engines.search.SearchIndex;
import io.vidstead.engines.timelines.GuardedTimelines;
import io.vidstead.engines.timelines.PostgresTimelines;
import io.vidstead.engines.timelines.Timelines;
import io.vidstead.engines.transcription.GuardedTranscriber;
import io.vidstead.engines.transcription.NoTranscriber;
import io.vidstead.engines.transcription.OpenAiTranscriber;
import io.vidstead.engines.transcription.PocketsphinxTranscriber;
import io.vidstead.engines.transcription.Transcriber;
import io.vidstead.engines.transcription.TranscriberUnavailableException;
import io.vidstead.kernel.MediaTools;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.SigningKey;
import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaException;
import io.vidstead.media.speech.Pocketsphinx;
import io.vidstead.search.SearchContents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * The engines this server runs on, as beans under their ports, each behind its guard. The database's own is started before all
 * beans.
 */
@Singleton
class Engines {

    private static final int PUSHES_AT_ONCE = 16;
    private static final Duration SCAN_LIMIT = Duration.ofMinutes(5);

    @Produces
    @Singleton
    Guards guards() {
        return new Guards();
    }

    /** Typed to itself only: the pool stays the bean of its type, for the frameworks. */
    @Produces
    @Singleton
    @Typed(GuardedDataSource.class)
    GuardedDataSource database(DataSource pool, Guards guards) {
        return new GuardedDataSource(pool, guards);
    }

    @Produces
    @Singleton
    ObjectStore objects(Settings settings, SigningKey key, Clock clock, Guards guards) {
        Path data = settings.data().dir();
        ObjectStore store = settings.objects()
                .url()
                .<ObjectStore>map(server ->
                        new HttpObjectStore(server, ObjectAccess.signer(key), data.resolve("scratch/objects"), clock))
                .orElseGet(() -> FileObjectStore.open(data.resolve("objects"), clock));
        return GuardedObjectStore.of(store, guards);
    }

    /** A server whose store lacks the ability takes no uploads in, as its settings have made sure. */
    @Produces
    @Singleton
    StagingObjects stages(ObjectStore objects) {
        if (objects instanceof StagingObjects able) {
            return able;
        }
        return new NoStages();
    }

    void close(@Disposes ObjectStore objects) throws Exception {
        if (objects instanceof AutoCloseable store) {
            store.close();
        }
    }

    @Produces
    @Singleton
    EventLog events(GuardedDataSource database, Clock clock, Guards guards) {
        return GuardedEventLog.of(new PostgresEventLog(database, clock), guards);
    }

    void close(@Disposes EventLog events) {
        events.close();
    }

    @Produces
    @Singleton
    Timelines timelines(GuardedDataSource database, Guards guards) {
        return new GuardedTimelines(new PostgresTimelines(database), guards);
    }

    @Produces
    @Singleton
    Outbox outbox() {
        return new Outbox();
    }

    @Produces
    @Singleton
    Caches caches() {
        return new CaffeineCaches();
    }

    @Produces
    @Singleton
    PubSub messages() {
        return new LocalPubSub();
    }

    void close(@Disposes PubSub messages) {
        messages.close();
    }

    @Produces
    @ApplicationScoped
    VirusScanner scanner(Settings.Scan scan, Guards guards) {
        return scan.clamd()
                .map(address -> new ClamdScanner(address, scan.maxSize().bytes(), SCAN_LIMIT))
                .<VirusScanner>map(clamd -> new GuardedScanner(clamd, guards))
                .orElseGet(NoVirusScanner::new);
    }

    /** The local model is loaded with the first text. */
    @Produces
    @Singleton
    Embedder embedder(Settings.Embeddings embeddings, Guards guards) {
        Embedder engine =
                embeddings.service().<Embedder>map(OpenAiEmbedder::new).orElseGet(MiniLmEmbedder::new);
        return new GuardedEmbedder(engine, guards);
    }

    void close(@Disposes Embedder embedder) throws Exception {
        if (embedder instanceof AutoCloseable engine) {
            engine.close();
        }
    }

    /** Opened when it is first asked for, which servers never do that only work. */
    @Produces
    @Singleton
    SearchIndex search(Settings settings, Embedder embedder, Guards guards) {
        Path folder = settings.data().dir().resolve("search");
        Embedder.Model model = embedder.model();
        var options = new LuceneSearchIndex.Options(
                SearchContents.VERSION,
                model.id(),
                model.dimension(),
                settings.search().synonyms());
        return new GuardedSearchIndex(() -> LuceneSearchIndex.open(folder, options), guards);
    }

    void close(@Disposes SearchIndex index) {
        index.close();
    }

    @Produces
    @Singleton
    Transcriber transcriber(Settings settings, MediaTools media, Guards guards) {
        if (settings.transcription().service().isPresent()) {
            return new GuardedTranscriber(
                    new OpenAiTranscriber(settings.transcription().service().get()), guards);
        }
        if (Pocketsphinx.isInstalled()) {
            Path scratch = settings.data().dir().resolve("scratch/speech");
            return new GuardedTranscriber(new PocketsphinxTranscriber(wav -> recognise(media, wav), scratch), guards);
        }
        return new NoTranscriber(
                "Nobody writes down what is said here: the operator can set transcription.url, or install"
                        + " pocketsphinx and pocketsphinx-en-us.");
    }

    private static String recognise(MediaTools media, Path wav) {
        try {
            return new Pocketsphinx(media.sandbox()).recognise(wav, new Cancellation());
        } catch (MediaException e) {
            throw new TranscriberUnavailableException("pocketsphinx failed: " + e.getMessage(), e);
        }
    }

    @Produces
    @Singleton
    RateLimiter limits() {
        return new LocalRateLimiter();
    }

    @Produces
    @Singleton
    @Typed(LocalOutbox.class)
    LocalOutbox localOutbox(GuardedDataSource database, Clock clock) {
        return new LocalOutbox(database, clock);
    }

    @Produces
    @Singleton
    SentMail sentMail(GuardedDataSource database) {
        return new SentMail(database);
    }

    /** Typed to itself only: {@link LocalOutbox} is a bean of its own, and no second mailer. */
    @Produces
    @Singleton
    @Typed(Mailer.class)
    Mailer mailer(Settings.Mail mail, LocalOutbox outbox, GuardedDataSource database, Clock clock, Guards guards) {
        Mailer mailer = mail.smtp()
                .<Mailer>map(server -> new SmtpMailer(server, database, clock))
                .orElse(outbox);
        return new GuardedMailer(mailer, guards);
    }

    @Produces
    @Singleton
    PushSender pushes(Settings settings, SiteSecrets secrets, Clock clock, Guards guards) {
        URI contact = settings.push()
                .contact()
                .or(() -> settings.site().url())
                .orElseGet(() -> URI.create("https://localhost"));
        byte[] keys = secrets.keep("push", () -> VapidKeys.generate().toBytes());
        WebPushSender sender = new WebPushSender(
                VapidKeys.of(keys),
                new WebPushSender.Options(contact, !settings.push().privateEndpoints(), PUSHES_AT_ONCE),
                clock);
        return new GuardedPushSender(sender, guards);
    }
}
