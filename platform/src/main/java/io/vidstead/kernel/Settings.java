package io.vidstead.kernel;

import io.vidstead.engines.embed.OpenAiEmbedder;
import io.vidstead.engines.mail.SmtpServer;
import io.vidstead.engines.scan.ClamdAddress;
import io.vidstead.engines.transcription.OpenAiTranscriber;
import io.vidstead.media.encode.LadderProfile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How this server is set up. Fixed from start to end; read from flags, environment and configuration file by the app.
 *
 * <p>Each nested record is a bean of its own: ask for the part you need, not for the whole.
 */
public record Settings(
        Http http,
        Data data,
        Site site,
        Set<ServerRole> roles,
        Database database,
        Log log,
        Uploads uploads,
        Registration registration,
        Processing processing,
        Storage storage,
        Media media,
        Objects objects,
        Scan scan,
        Mail mail,
        Push push,
        Transcription transcription,
        Tokens tokens,
        Comments comments,
        Embeddings embeddings,
        Search search,
        Web web,
        Realtime realtime,
        Limits limits) {

    /** @param trustedProxies networks, in CIDR notation, whose forwarding headers are believed */
    public record Http(String host, int port, List<String> trustedProxies) {}

    public record Data(Path dir) {}

    /** @param url the address people use; absent: the one the server listens on */
    public record Site(String name, Optional<URI> url) {}

    /** An absent URL means the embedded PostgreSQL, at this port of loopback or, with 0, at any free one. */
    public record Database(int port, Optional<String> url, Optional<String> username, Optional<String> password) {

        @Override
        public String toString() {
            return "Database[url=" + url + "]";
        }
    }

    public record Log(Format format, String level) {
        /** How lines look. */
        public enum Format {
            PLAIN,
            JSON
        }
    }

    /** @param perHour uploads that one user may begin in an hour */
    public record Uploads(DataSize maxSize, DataSize quota, DataSize chunkSize, Duration expiry, int perHour) {}

    /**
     * @param open whether anybody may register
     * @param perHour accounts that one address may make in an hour
     */
    public record Registration(boolean open, int perHour) {}

    /**
     * @param workers pieces of work that keep processors busy, at once; 0 leaves them to workers elsewhere
     * @param preset x264's speed preset
     * @param profile of every ladder
     * @param perTitle whether ladders are fitted to each video
     * @param av1AfterViews how often a video must have been watched to get AV1 renditions; 0: none does
     * @param chunk the least length of a piece into which long videos are cut
     * @param lease how long a worker that is not heard of keeps its piece
     */
    public record Processing(
            int workers,
            String preset,
            LadderProfile.Choice profile,
            boolean perTitle,
            int av1AfterViews,
            Duration chunk,
            Duration lease) {}

    /** @param url a server with the role api whose objects are used; absent: those in the data folder */
    public record Objects(Optional<URI> url) {}

    /**
     * @param ffmpeg a system's ffmpeg (ffprobe beside it); absent: the packaged one
     * @param corsOrigin for media
     * @param probeDeadline for looking into a file
     */
    public record Media(Optional<Path> ffmpeg, String corsOrigin, Duration probeDeadline) {}

    /**
     * @param clamd who looks for malware in originals; absent: nobody
     * @param maxSize how much of each is looked at
     */
    public record Scan(Optional<ClamdAddress> clamd, DataSize maxSize) {}

    /** @param smtp where mail is handed in; absent: it stays in a local outbox */
    public record Mail(Optional<SmtpServer> smtp) {}

    /**
     * @param contact whom push services may write to; absent: the site's address
     * @param privateEndpoints whether push services may be in private networks and without TLS
     */
    public record Push(Optional<URI> contact, boolean privateEndpoints) {}

    /**
     * @param service an OpenAI-compatible one; absent: pocketsphinx where it is installed
     * @param automatic when drafts are made without being asked for
     */
    public record Transcription(Optional<OpenAiTranscriber.Options> service, Automatic automatic) {

        /** When drafts are made without being asked for. */
        public enum Automatic {
            /** Where there is a service. */
            AUTO,
            ALWAYS,
            NEVER
        }
    }

    /**
     * @param originalsFor how long originals are kept once their video has all its qualities; absent: for ever
     * @param unwatchedAfter when the upper qualities of a video that nobody watches are dropped; absent: never
     * @param scrubEvery how often everything stored is read and compared
     * @param scrubRate bytes a second that this reads at most
     */
    public record Storage(
            Optional<Duration> originalsFor,
            Optional<Duration> unwatchedAfter,
            Duration scrubEvery,
            DataSize scrubRate) {}

    public record Tokens(Duration accessTtl, Duration refreshTtl) {}

    /**
     * @param perMinute comments that one person may write in a minute
     * @param holdAt from which score (0 to 1) on a comment waits for the owner
     * @param rejectAt from which score on nobody but the owner is shown it
     */
    public record Comments(int perMinute, double holdAt, double rejectAt) {}

    /** @param service where vectors are made; absent: in this process */
    public record Embeddings(Optional<OpenAiEmbedder.Service> service) {}

    /** @param synonyms a file of words that mean the same; absent: none do */
    public record Search(Optional<Path> synonyms) {}

    /** @param dir the built web app; absent: none is served */
    public record Web(Optional<Path> dir) {}

    /**
     * @param maxSockets open at once in this process
     * @param maxSocketsPerAddress of one network address
     */
    public record Realtime(int maxSockets, int maxSocketsPerAddress) {}

    /**
     * @param userPerMinute requests of one user; absent: what the profile says
     * @param addressPerMinute requests of one address that nobody has signed in at; absent: what the profile says
     * @param exempt networks, in CIDR notation, whose requests are not counted
     */
    public record Limits(
            Profile profile, Optional<Integer> userPerMinute, Optional<Integer> addressPerMinute, List<String> exempt) {

        /** How strict they are. */
        public enum Profile {
            OFF,
            DEFAULT,
            STRICT
        }
    }
}
