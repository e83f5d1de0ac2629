package io.vidstead.app.settings;

import io.vidstead.engines.embed.OpenAiEmbedder;
import io.vidstead.engines.mail.SmtpServer;
import io.vidstead.engines.scan.ClamdAddress;
import io.vidstead.engines.transcription.OpenAiTranscriber;
import io.vidstead.kernel.DataSize;
import io.vidstead.kernel.ServerRole;
import io.vidstead.kernel.Settings;
import io.vidstead.media.encode.LadderProfile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every setting there is, and how they make up {@link Settings}. To add one: declare it, list it, use it below. */
final class SettingsSchema {

    static final Setting<String> HTTP_HOST = new Setting<>(
            "http.host", "address", "127.0.0.1", Texts::filled, "Address to listen on; 0.0.0.0 for all networks.");
    static final Setting<Integer> HTTP_PORT = new Setting<>(
            "http.port", "number", "8080", Texts.number(0, 65_535), "Port to listen on; 0 takes any free one.");
    static final Setting<List<String>> TRUSTED_PROXIES = new Setting<>(
            "http.trusted-proxies",
            "list of addresses or networks",
            "",
            Texts::networks,
            "Reverse proxies whose X-Forwarded-* headers are believed, such as 10.0.0.0/8; nobody else's are.");
    static final Setting<Path> DATA_DIR = new Setting<>(
            "data.dir",
            "folder",
            "./data",
            text -> Path.of(Texts.filled(text)).toAbsolutePath().normalize(),
            "Where everything is kept: database, videos, pictures.");
    static final Setting<String> SITE_NAME =
            new Setting<>("site.name", "text", "Vidstead", Texts::filled, "The site's name, shown to people.");
    static final Setting<URI> SITE_URL = new Setting<>(
            "site.url", "URL", null, Texts::webAddress, "The address people use; absent: the one listened on.");
    static final Setting<Set<ServerRole>> ROLES = new Setting<>(
            "roles",
            "list of api, worker, realtime, live, consumers",
            "api,worker,realtime,live,consumers",
            Texts::roles,
            "The parts of the work this process takes.");
    static final Setting<Integer> DATABASE_PORT = new Setting<>(
            "database.port",
            "number",
            "0",
            Texts.number(0, 65_535),
            "Port of the embedded PostgreSQL, on loopback, for workers beside it; 0 takes any free one at each start.");
    static final Setting<String> DATABASE_URL = new Setting<>(
            "database.url",
            "JDBC URL",
            null,
            Texts::postgresUrl,
            "A PostgreSQL of your own, such as jdbc:postgresql://host/vidstead; absent: the embedded one.");
    static final Setting<String> DATABASE_USERNAME =
            new Setting<>("database.username", "text", null, Texts::filled, "User at database.url.");
    static final Setting<String> DATABASE_PASSWORD =
            new Setting<>("database.password", "text", null, Texts::filled, "Password at database.url.");
    static final Setting<Settings.Log.Format> LOG_FORMAT = new Setting<>(
            "log.format",
            "plain or json",
            "plain",
            Texts.oneOf(Settings.Log.Format.class),
            "Lines for people, or a JSON object a line for collectors.");
    static final Setting<String> LOG_LEVEL = new Setting<>(
            "log.level",
            "error, warn, info, debug or trace",
            "info",
            Texts.oneOf("error", "warn", "info", "debug", "trace"),
            "How much is logged.");
    static final Setting<DataSize> UPLOADS_MAX_SIZE =
            new Setting<>("uploads.max-size", "size", "4GiB", Texts::size, "The largest video file taken.");
    static final Setting<DataSize> UPLOADS_QUOTA =
            new Setting<>("uploads.quota", "size", "50GiB", Texts::size, "What one user may store.");
    static final Setting<DataSize> UPLOADS_CHUNK_SIZE = new Setting<>(
            "uploads.chunk-size", "size", "5MiB", Texts::size, "The size of a chunk that clients are told to send.");
    static final Setting<Duration> UPLOADS_EXPIRY = new Setting<>(
            "uploads.expiry",
            "duration",
            "24h",
            Texts::duration,
            "How long an unfinished upload may rest before it is removed.");
    static final Setting<Integer> UPLOADS_PER_HOUR = new Setting<>(
            "uploads.per-hour",
            "number",
            null,
            Texts.number(1, 1_000_000),
            "How many uploads one user may begin in an hour; absent: 200, or 10 with limits.profile = strict.");
    static final Setting<Boolean> REGISTRATION_OPEN =
            new Setting<>("registration.open", "true or false", "true", Texts::flag, "Whether anybody may register.");
    static final Setting<Integer> REGISTRATION_PER_HOUR = new Setting<>(
            "registration.per-hour",
            "number",
            "200",
            Texts.number(1, 1_000_000),
            "How many accounts one network address may make in an hour.");
    static final Setting<Settings.Limits.Profile> LIMITS_PROFILE = new Setting<>(
            "limits.profile",
            "off, default or strict",
            "default",
            Texts.oneOf(Settings.Limits.Profile.class),
            "How often people may come: default takes 600 requests a minute of a user and 300 of an address; strict takes 100"
                    + " in 15 minutes, 5 sign-ins among them, and 10 uploads an hour.");
    static final Setting<Integer> LIMITS_USER = new Setting<>(
            "limits.user-per-minute",
            "number",
            null,
            Texts.number(1, 1_000_000_000),
            "Requests a minute that one user may send; absent: what limits.profile says.");
    static final Setting<Integer> LIMITS_ADDRESS = new Setting<>(
            "limits.address-per-minute",
            "number",
            null,
            Texts.number(1, 1_000_000_000),
            "Requests a minute that one address may send without signing in; absent: what limits.profile says.");
    static final Setting<List<String>> LIMITS_EXEMPT = new Setting<>(
            "limits.exempt",
            "list of addresses or networks",
            "127.0.0.1,::1",
            Texts::networks,
            "Whose requests limits.* does not count: by default those of this machine itself, unless a proxy that is not"
                    + " trusted passed them on.");
    static final Setting<Integer> REALTIME_MAX_SOCKETS = new Setting<>(
            "realtime.max-sockets",
            "number",
            "15000",
            Texts.number(1, 1_000_000),
            "Sockets (open pages) that this process takes; each needs a file descriptor.");
    static final Setting<Integer> REALTIME_MAX_PER_ADDRESS = new Setting<>(
            "realtime.max-sockets-per-address",
            "number",
            "500",
            Texts.number(1, 1_000_000),
            "Sockets that one network address may have open; many people may sit behind one.");
    static final Setting<Integer> PROCESSING_WORKERS = new Setting<>(
            "processing.workers",
            "number",
            "1",
            Texts.number(0, 64),
            "Encodes at once; 0 leaves them to workers on other machines.");
    static final Setting<String> PROCESSING_PRESET = new Setting<>(
            "processing.preset",
            "ultrafast, superfast, veryfast, faster, fast, medium or slow",
            "superfast",
            Texts.oneOf("ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow"),
            "Encoding effort: slower makes smaller files.");
    static final Setting<LadderProfile.Choice> PROCESSING_PROFILE = new Setting<>(
            "processing.profile",
            "balanced, high or archive",
            "balanced",
            Texts.oneOf(LadderProfile.Choice.class),
            "What encodings aim at: balanced for few bytes, high for more quality, archive for next to no loss.");
    static final Setting<Boolean> PROCESSING_PER_TITLE = new Setting<>(
            "processing.per-title",
            "true or false",
            "true",
            Texts::flag,
            "Whether each video's complexity is measured, and bits and qualities are saved that nobody would see.");
    static final Setting<Duration> PROCESSING_CHUNK = new Setting<>(
            "processing.chunk",
            "duration",
            "60s",
            Texts::duration,
            "The least length of the pieces into which long videos are cut for encoding; below 30s they grow in size.");
    static final Setting<Duration> PROCESSING_LEASE = new Setting<>(
            "processing.lease",
            "duration",
            "30s",
            Texts::duration,
            "How long a worker that is not heard of keeps its piece before another may take it.");
    static final Setting<URI> OBJECTS_URL = new Setting<>(
            "objects.url",
            "URL",
            null,
            Texts::webAddress,
            "For a worker on another machine: the server whose originals it reads and to which it hands in what it made.");
    static final Setting<Integer> PROCESSING_AV1_AFTER_VIEWS = new Setting<>(
            "processing.av1-after-views",
            "number",
            "1000",
            Texts.number(0, 1_000_000_000),
            "How often a video must have been watched to be encoded in AV1 too, which saves a third of its traffic; 0: never.");
    static final Setting<Optional<Duration>> STORAGE_ORIGINALS = new Setting<>(
            "storage.originals",
            "keep or duration",
            "keep",
            Texts::keepOrDuration,
            "How long originals stay once their video has all its qualities, such as 90d. Without the original a video"
                    + " cannot be encoded anew.");

    static final Setting<Duration> STORAGE_UNWATCHED_AFTER = new Setting<>(
            "storage.unwatched-after",
            "duration",
            null,
            Texts::duration,
            "Drop the qualities above 480p of videos that nobody watched for so long, such as 180d; they are made again"
                    + " when somebody watches. Absent: never.");

    static final Setting<Duration> STORAGE_SCRUB_EVERY = new Setting<>(
            "storage.scrub-every",
            "duration",
            "7d",
            Texts::duration,
            "How often everything stored is read and compared with its checksum.");

    static final Setting<DataSize> STORAGE_SCRUB_RATE = new Setting<>(
            "storage.scrub-rate", "size", "32MiB", Texts::size, "Bytes a second that this comparing reads at most.");

    static final Setting<Path> MEDIA_FFMPEG = new Setting<>(
            "media.ffmpeg",
            "file",
            null,
            text -> Path.of(Texts.filled(text)).toAbsolutePath(),
            "An ffmpeg of your own, ffprobe beside it; absent: the packaged one.");
    static final Setting<Duration> MEDIA_PROBE_DEADLINE = new Setting<>(
            "media.probe-deadline",
            "duration",
            "20s",
            Texts::duration,
            "How long looking into an uploaded file may take before it is refused.");
    static final Setting<ClamdAddress> SCAN_CLAMD = new Setting<>(
            "scan.clamd",
            "host:port or path of a socket",
            null,
            ClamdAddress::parse,
            "A ClamAV daemon that looks at every original before it is published; absent: nobody does. While it is down,"
                    + " uploads wait.");
    static final Setting<DataSize> SCAN_MAX_SIZE = new Setting<>(
            "scan.max-size",
            "size",
            "25MiB",
            Texts::size,
            "How much of an original's beginning is scanned; at most clamd's own StreamMaxLength.");
    static final Setting<String> MAIL_SMTP_HOST = new Setting<>(
            "mail.smtp-host",
            "host",
            null,
            Texts::filled,
            "The SMTP server that sends this site's mail; absent: mail stays in an outbox that administrators can read.");
    static final Setting<Integer> MAIL_SMTP_PORT =
            new Setting<>("mail.smtp-port", "number", "587", Texts.number(1, 65_535), "Its port.");
    static final Setting<SmtpServer.Security> MAIL_SMTP_SECURITY = new Setting<>(
            "mail.smtp-security",
            "none, starttls or tls",
            "starttls",
            Texts.oneOf(SmtpServer.Security.class),
            "How the way to it is kept private; without it no mail goes out. none is for a server on the same machine.");
    static final Setting<String> MAIL_SMTP_USERNAME =
            new Setting<>("mail.smtp-username", "text", null, Texts::filled, "User there; absent: none is asked for.");
    static final Setting<String> MAIL_SMTP_PASSWORD =
            new Setting<>("mail.smtp-password", "text", null, Texts::filled, "Password there.");
    static final Setting<String> MAIL_FROM = new Setting<>(
            "mail.from",
            "address, perhaps with a name",
            null,
            SmtpServer::sender,
            "Who mail comes from, such as Vidstead <no-reply@example.org>; needed with mail.smtp-host.");
    static final Setting<URI> PUSH_CONTACT = new Setting<>(
            "push.contact",
            "mailto: or https: address",
            null,
            Texts::contact,
            "Whom the push services of browsers may write to; absent: the site's address.");
    static final Setting<Boolean> PUSH_PRIVATE_ENDPOINTS = new Setting<>(
            "push.private-endpoints",
            "true or false",
            "false",
            Texts::flag,
            "Whether push services may be in private networks and without TLS; only where all users are trusted.");
    static final Setting<URI> TRANSCRIPTION_URL = new Setting<>(
            "transcription.url",
            "URL",
            null,
            Texts::serviceAddress,
            "An OpenAI-compatible service that writes down what is said, such as https://api.openai.com/v1; absent:"
                    + " pocketsphinx where it is installed, which hears English only and makes rough drafts.");
    static final Setting<String> TRANSCRIPTION_KEY =
            new Setting<>("transcription.key", "text", null, Texts::filled, "The key of the service.");
    static final Setting<String> TRANSCRIPTION_MODEL = new Setting<>(
            "transcription.model", "text", "whisper-1", Texts::filled, "The model that the service is asked for.");
    static final Setting<Boolean> TRANSCRIPTION_PRIVATE = new Setting<>(
            "transcription.private-network",
            "true or false",
            "false",
            Texts::flag,
            "Whether the service may be in a private network, this machine among them, and without TLS.");
    static final Setting<Settings.Transcription.Automatic> TRANSCRIPTION_AUTOMATIC = new Setting<>(
            "transcription.automatic",
            "auto, always or never",
            "auto",
            Texts.oneOf(Settings.Transcription.Automatic.class),
            "When finished videos get drafts without being asked for: auto where transcription.url is set.");
    static final Setting<String> CORS_MEDIA = new Setting<>(
            "cors.media", "origin or *", "*", Texts::filled, "Which origins' players may play this site's media.");
    static final Setting<Duration> ACCESS_TTL =
            new Setting<>("tokens.access-ttl", "duration", "15m", Texts::duration, "How long an access token is good.");
    static final Setting<Duration> REFRESH_TTL = new Setting<>(
            "tokens.refresh-ttl", "duration", "30d", Texts::duration, "How long a sign-in lasts without being used.");
    static final Setting<Integer> COMMENTS_PER_MINUTE = new Setting<>(
            "comments.per-minute",
            "number",
            "20",
            Texts.number(1, 100_000),
            "How many comments one person may write in a minute.");
    static final Setting<Integer> COMMENTS_HOLD_AT = new Setting<>(
            "comments.hold-at",
            "percent",
            "50",
            Texts.number(1, 101),
            "From which score on a comment waits for the channel's owner; 101: none does because of its score.");
    static final Setting<Integer> COMMENTS_REJECT_AT = new Setting<>(
            "comments.reject-at",
            "percent",
            "95",
            Texts.number(1, 101),
            "From which score on a comment is rejected at once; the owner may still approve it. 101: none is.");
    static final Setting<URI> EMBEDDINGS_URL = new Setting<>(
            "embeddings.url",
            "URL",
            null,
            Texts::webAddress,
            "A service with OpenAI's interface whose /embeddings makes the vectors for searching by meaning, such as"
                    + " https://api.openai.com/v1; absent: a small model in this process, which knows English best.");
    static final Setting<String> EMBEDDINGS_KEY =
            new Setting<>("embeddings.key", "text", null, Texts::filled, "The key of that service.");
    static final Setting<String> EMBEDDINGS_MODEL = new Setting<>(
            "embeddings.model",
            "text",
            null,
            Texts::filled,
            "That service's name of the model; needed with embeddings.url.");
    static final Setting<Integer> EMBEDDINGS_DIMENSION = new Setting<>(
            "embeddings.dimension",
            "number",
            null,
            Texts.number(1, 4_096),
            "How many numbers each of its vectors has; needed with embeddings.url.");
    static final Setting<Path> SEARCH_SYNONYMS = new Setting<>(
            "search.synonyms",
            "file",
            null,
            text -> Path.of(Texts.filled(text)).toAbsolutePath(),
            "Words that mean the same when people search, a line each: tv, television; absent: none.");
    static final Setting<Path> WEB_DIR = new Setting<>(
            "web.dir",
            "folder",
            null,
            text -> Path.of(Texts.filled(text)).toAbsolutePath().normalize(),
            "The built web app; the launcher sets it. Absent: only the API answers.");

    static final List<Setting<?>> ALL = List.of(
            HTTP_HOST,
            HTTP_PORT,
            TRUSTED_PROXIES,
            DATA_DIR,
            SITE_NAME,
            SITE_URL,
            ROLES,
            DATABASE_PORT,
            DATABASE_URL,
            DATABASE_USERNAME,
            DATABASE_PASSWORD,
            LOG_FORMAT,
            LOG_LEVEL,
            REGISTRATION_OPEN,
            REGISTRATION_PER_HOUR,
            LIMITS_PROFILE,
            LIMITS_USER,
            LIMITS_ADDRESS,
            LIMITS_EXEMPT,
            REALTIME_MAX_SOCKETS,
            REALTIME_MAX_PER_ADDRESS,
            UPLOADS_MAX_SIZE,
            UPLOADS_QUOTA,
            UPLOADS_CHUNK_SIZE,
            UPLOADS_EXPIRY,
            UPLOADS_PER_HOUR,
            PROCESSING_WORKERS,
            PROCESSING_PRESET,
            PROCESSING_PROFILE,
            PROCESSING_PER_TITLE,
            PROCESSING_CHUNK,
            PROCESSING_LEASE,
            OBJECTS_URL,
            PROCESSING_AV1_AFTER_VIEWS,
            STORAGE_ORIGINALS,
            STORAGE_UNWATCHED_AFTER,
            STORAGE_SCRUB_EVERY,
            STORAGE_SCRUB_RATE,
            MEDIA_FFMPEG,
            MEDIA_PROBE_DEADLINE,
            SCAN_CLAMD,
            SCAN_MAX_SIZE,
            MAIL_SMTP_HOST,
            MAIL_SMTP_PORT,
            MAIL_SMTP_SECURITY,
            MAIL_SMTP_USERNAME,
            MAIL_SMTP_PASSWORD,
            MAIL_FROM,
            PUSH_CONTACT,
            PUSH_PRIVATE_ENDPOINTS,
            TRANSCRIPTION_URL,
            TRANSCRIPTION_KEY,
            TRANSCRIPTION_MODEL,
            TRANSCRIPTION_PRIVATE,
            TRANSCRIPTION_AUTOMATIC,
            CORS_MEDIA,
            ACCESS_TTL,
            REFRESH_TTL,
            COMMENTS_PER_MINUTE,
            COMMENTS_HOLD_AT,
            COMMENTS_REJECT_AT,
            EMBEDDINGS_URL,
            EMBEDDINGS_KEY,
            EMBEDDINGS_MODEL,
            EMBEDDINGS_DIMENSION,
            SEARCH_SYNONYMS,
            WEB_DIR);

    private SettingsSchema() {}

    /** @throws BadSettings with every error there is */
    static Settings parse(Map<String, String> texts) {
        Parsing parsing = new Parsing(texts);
        Settings settings = new Settings(
                new Settings.Http(parsing.get(HTTP_HOST), parsing.get(HTTP_PORT), parsing.get(TRUSTED_PROXIES)),
                new Settings.Data(parsing.get(DATA_DIR)),
                new Settings.Site(parsing.get(SITE_NAME), parsing.find(SITE_URL)),
                parsing.get(ROLES),
                new Settings.Database(
                        parsing.get(DATABASE_PORT),
                        parsing.find(DATABASE_URL),
                        parsing.find(DATABASE_USERNAME),
                        parsing.find(DATABASE_PASSWORD)),
                new Settings.Log(parsing.get(LOG_FORMAT), parsing.get(LOG_LEVEL)),
                new Settings.Uploads(
                        parsing.get(UPLOADS_MAX_SIZE),
                        parsing.get(UPLOADS_QUOTA),
                        parsing.get(UPLOADS_CHUNK_SIZE),
                        parsing.get(UPLOADS_EXPIRY),
                        parsing.find(UPLOADS_PER_HOUR).orElse(uploadsPerHour(parsing.get(LIMITS_PROFILE)))),
                new Settings.Registration(parsing.get(REGISTRATION_OPEN), parsing.get(REGISTRATION_PER_HOUR)),
                new Settings.Processing(
                        parsing.get(PROCESSING_WORKERS),
                        parsing.get(PROCESSING_PRESET),
                        parsing.get(PROCESSING_PROFILE),
                        parsing.get(PROCESSING_PER_TITLE),
                        parsing.get(PROCESSING_AV1_AFTER_VIEWS),
                        parsing.get(PROCESSING_CHUNK),
                        parsing.get(PROCESSING_LEASE)),
                new Settings.Storage(
                        parsing.get(STORAGE_ORIGINALS),
                        parsing.find(STORAGE_UNWATCHED_AFTER),
                        parsing.get(STORAGE_SCRUB_EVERY),
                        parsing.get(STORAGE_SCRUB_RATE)),
                new Settings.Media(
                        parsing.find(MEDIA_FFMPEG), parsing.get(CORS_MEDIA), parsing.get(MEDIA_PROBE_DEADLINE)),
                new Settings.Objects(parsing.find(OBJECTS_URL)),
                new Settings.Scan(parsing.find(SCAN_CLAMD), parsing.get(SCAN_MAX_SIZE)),
                new Settings.Mail(smtp(parsing)),
                new Settings.Push(parsing.find(PUSH_CONTACT), parsing.get(PUSH_PRIVATE_ENDPOINTS)),
                new Settings.Transcription(transcription(parsing), parsing.get(TRANSCRIPTION_AUTOMATIC)),
                new Settings.Tokens(parsing.get(ACCESS_TTL), parsing.get(REFRESH_TTL)),
                new Settings.Comments(
                        parsing.get(COMMENTS_PER_MINUTE),
                        parsing.get(COMMENTS_HOLD_AT) / 100.0,
                        parsing.get(COMMENTS_REJECT_AT) / 100.0),
                new Settings.Embeddings(embeddings(parsing)),
                new Settings.Search(parsing.find(SEARCH_SYNONYMS)),
                new Settings.Web(parsing.find(WEB_DIR)),
                new Settings.Realtime(parsing.get(REALTIME_MAX_SOCKETS), parsing.get(REALTIME_MAX_PER_ADDRESS)),
                new Settings.Limits(
                        parsing.get(LIMITS_PROFILE),
                        parsing.find(LIMITS_USER),
                        parsing.find(LIMITS_ADDRESS),
                        parsing.get(LIMITS_EXEMPT)));
        if (settings.database().url().isEmpty()
                && (settings.database().username().isPresent()
                        || settings.database().password().isPresent())) {
            parsing.error("database.username and database.password say nothing without database.url");
        }
        requireWhatWorkersNeed(settings, parsing);
        parsing.finish();
        return settings;
    }

    private static int uploadsPerHour(Settings.Limits.Profile profile) {
        return switch (profile) {
            case OFF, DEFAULT -> 200;
            case STRICT -> 10;
        };
    }

    private static Optional<OpenAiEmbedder.Service> embeddings(Parsing parsing) {
        Optional<URI> url = parsing.find(EMBEDDINGS_URL);
        Optional<String> key = parsing.find(EMBEDDINGS_KEY);
        Optional<String> model = parsing.find(EMBEDDINGS_MODEL);
        Optional<Integer> dimension = parsing.find(EMBEDDINGS_DIMENSION);
        if (url.isPresent() && (model.isEmpty() || dimension.isEmpty())) {
            parsing.error("embeddings.url needs embeddings.model and embeddings.dimension");
        }
        if (url.isEmpty() && (key.isPresent() || model.isPresent() || dimension.isPresent())) {
            parsing.error(
                    "embeddings.key, embeddings.model and embeddings.dimension say nothing without embeddings.url");
        }
        return url.map(base -> new OpenAiEmbedder.Service(base, key, model.orElse("?"), dimension.orElse(1)));
    }

    private static Optional<SmtpServer> smtp(Parsing parsing) {
        Optional<String> host = parsing.find(MAIL_SMTP_HOST);
        Optional<String> from = parsing.find(MAIL_FROM);
        Optional<String> username = parsing.find(MAIL_SMTP_USERNAME);
        Optional<String> password = parsing.find(MAIL_SMTP_PASSWORD);
        if (host.isPresent() && from.isEmpty()) {
            parsing.error("mail.smtp-host needs mail.from: whom the mail comes from");
        }
        if (username.isPresent() != password.isPresent()) {
            parsing.error("mail.smtp-username and mail.smtp-password belong together");
        }
        int port = parsing.get(MAIL_SMTP_PORT);
        SmtpServer.Security security = parsing.get(MAIL_SMTP_SECURITY);
        return host.map(name -> new SmtpServer(name, port, security, username, password, from.orElse("")));
    }

    private static Optional<OpenAiTranscriber.Options> transcription(Parsing parsing) {
        Optional<URI> url = parsing.find(TRANSCRIPTION_URL);
        Optional<String> key = parsing.find(TRANSCRIPTION_KEY);
        String model = parsing.get(TRANSCRIPTION_MODEL);
        boolean privateNetwork = parsing.get(TRANSCRIPTION_PRIVATE);
        if (url.isEmpty() && key.isPresent()) {
            parsing.error("transcription.key needs transcription.url: the service that it is for");
        }
        if (url.isPresent() && !privateNetwork && !"https".equals(url.get().getScheme())) {
            parsing.error("transcription.url must be https, or transcription.private-network must be true");
        }
        return url.map(base -> new OpenAiTranscriber.Options(base, key, model, privateNetwork));
    }

    /** A server that shares a site with others needs their database; without the objects' folder, it can only encode. */
    private static void requireWhatWorkersNeed(Settings settings, Parsing parsing) {
        boolean elsewhere = settings.objects().url().isPresent();
        boolean alone = settings.database().url().isEmpty();
        boolean onlyWorks = settings.roles().equals(Set.of(ServerRole.WORKER));
        if (elsewhere && !onlyWorks) {
            parsing.error(
                    "objects.url is for servers with roles = worker alone: all others need the objects themselves");
        }
        if (elsewhere && alone) {
            parsing.error("objects.url needs database.url: the database of the server whose objects are used");
        }
        if (onlyWorks && !elsewhere) {
            parsing.error("roles = worker alone needs objects.url, the address of a server with the role api"
                    + (alone ? ", and database.url, the database of that server" : ""));
        }
        if (elsewhere && settings.processing().workers() == 0) {
            parsing.error("processing.workers = 0 leaves a server with objects.url nothing to do");
        }
    }
}
