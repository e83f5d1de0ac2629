package io.vidstead.engines.transcription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidstead.engines.http.PinnedConnection;
import io.vidstead.engines.http.PublicAddresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A service that speaks OpenAI's API: {@code POST /v1/audio/transcriptions}, answered as {@code verbose_json}. Sound goes
 * there in pieces of five minutes, which all such services take.
 */
public final class OpenAiTranscriber implements Transcriber {

    private static final Duration PIECE = Duration.ofMinutes(5);
    private static final int MAX_ANSWER = 8 << 20;
    private static final PinnedConnection.Limits LIMITS =
            new PinnedConnection.Limits(Duration.ofSeconds(10), Duration.ofMinutes(5), MAX_ANSWER);
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param base the address before {@code /audio/transcriptions}, such as {@code https://api.openai.com/v1}
     * @param privateNetwork whether the service may be in a private network and without TLS
     */
    public record Options(URI base, Optional<String> key, String model, boolean privateNetwork) {

        /** Without the key: it is in no log. */
        @Override
        public String toString() {
            return "Options[" + base + ", " + model + "]";
        }
    }

    private final Options options;
    private final URI endpoint;
    private final PinnedConnection connection = new PinnedConnection();

    public OpenAiTranscriber(Options options) {
        this.options = options;
        this.endpoint = URI.create(options.base().toString().replaceAll("/+$", "") + "/audio/transcriptions");
    }

    @Override
    public Ability ability() {
        return new Ability.Ready(options.model(), Set.of(), false);
    }

    @Override
    public Transcript transcribe(Path sound, Optional<String> language) throws IOException {
        List<Utterance> all = new ArrayList<>();
        Optional<String> heard = language;
        try (WavSound wav = WavSound.open(sound)) {
            while (wav.hasNext()) {
                WavSound.Piece piece = wav.next(PIECE);
                OpenAiAnswer answer = ask(piece, heard);
                answer.utterances(piece.length()).forEach(words -> all.add(words.later(piece.start())));
                heard = heard.or(answer::language); // what the first piece is in, the others are
            }
        }
        return new Transcript(all, heard, options.model());
    }

    private OpenAiAnswer ask(WavSound.Piece piece, Optional<String> language) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("model", options.model());
        fields.put("response_format", "verbose_json");
        fields.put("timestamp_granularities[]", "segment");
        language.ifPresent(tag -> fields.put("language", tag.split("-", 2)[0]));
        MultipartBody body = MultipartBody.of(fields, piece.wav());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", body.contentType());
        headers.put("Accept", "application/json");
        options.key().ifPresent(key -> headers.put("Authorization", "Bearer " + key));
        try {
            return read(connection.post(endpoint, address(), headers, body.bytes(), LIMITS));
        } catch (IOException e) {
            throw new TranscriberUnavailableException("the service at " + endpoint.getHost() + " is away", e);
        }
    }

    /** Looked up and judged anew each time, and then connected to exactly as judged. */
    private InetAddress address() {
        if (!options.privateNetwork() && !"https".equals(endpoint.getScheme())) {
            throw new TranscriberUnavailableException(
                    "the service must be https, or the setting must allow private networks");
        }
        try {
            InetAddress address = InetAddress.getByName(endpoint.getHost());
            if (!options.privateNetwork() && !PublicAddresses.isPublic(address)) {
                throw new TranscriberUnavailableException(
                        endpoint.getHost() + " leads into a private network, which the settings do not allow");
            }
            return address;
        } catch (UnknownHostException e) {
            throw new TranscriberUnavailableException("there is no host " + endpoint.getHost(), e);
        }
    }

    private static OpenAiAnswer read(PinnedConnection.Answer answer) {
        int status = answer.status();
        if (status == 400 || status == 413 || status == 415 || status == 422) {
            throw new RefusedSoundException("the service refuses the sound: " + status);
        }
        if (status != 200) {
            throw new TranscriberUnavailableException(
                    status == 401 || status == 403
                            ? "the service refuses the key: " + status
                            : "the service answers " + status);
        }
        try {
            return OpenAiAnswer.of(JSON.readTree(answer.text()));
        } catch (JsonProcessingException e) {
            throw new TranscriberUnavailableException("the service answers with something else than JSON", e);
        }
    }
}
