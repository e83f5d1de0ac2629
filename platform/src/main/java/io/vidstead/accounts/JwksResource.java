package io.vidstead.accounts;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.security.interfaces.RSAPublicKey;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;

/** The public keys by which others may verify access tokens (RFC 7517). */
@Path("/.well-known/jwks.json")
@NonBlocking
class JwksResource {

    private final TokenKeys keys;

    JwksResource(TokenKeys keys) {
        this.keys = keys;
    }

    /** @param keys RSA public keys */
    record KeySet(List<Map<String, Object>> keys) {}

    @GET
    public Response keys() {
        List<Map<String, Object>> shown = keys.verifying().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(key -> {
                    RsaJsonWebKey web = new RsaJsonWebKey((RSAPublicKey) key.getValue());
                    web.setKeyId(key.getKey());
                    web.setUse("sig");
                    web.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
                    return web.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
                })
                .toList();
        return Response.ok(new KeySet(shown))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }
}
