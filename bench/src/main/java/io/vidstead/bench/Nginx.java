package io.vidstead.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** An nginx on a loopback port that serves one folder with sendfile. Closing it ends it. */
record Nginx(Process process, URI address) implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(10);

    static Nginx serve(Path program, Path folder) throws IOException, InterruptedException {
        int port = Site.freePort();
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(configuration, """
                %s
                worker_processes 2;
                daemon off;
                pid %2$s/nginx.pid;
                error_log %2$s/error.log;
                events { worker_connections 512; }
                http {
                  access_log off;
                  sendfile on;
                  tcp_nopush on;
                  keepalive_requests 1000000;
                  default_type video/mp4;
                  client_body_temp_path %2$s;
                  proxy_temp_path %2$s;
                  fastcgi_temp_path %2$s;
                  uwsgi_temp_path %2$s;
                  scgi_temp_path %2$s;
                  server { listen 127.0.0.1:%3$d; root %2$s; }
                }
                """.formatted(
                        "root".equals(System.getProperty("user.name")) ? "user root;" : "", folder, port));
        Process process = new ProcessBuilder(
                        program.toString(), "-c", configuration.toString(), "-p", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.out").toFile())
                .start();
        Nginx nginx = new Nginx(process, URI.create("http://127.0.0.1:" + port));
        nginx.awaitPort(port);
        return nginx;
    }

    private void awaitPort(int port) throws IOException, InterruptedException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < end) {
            try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException _) {
                Thread.sleep(10);
            }
        }
        throw new IOException("nginx did not listen within " + START_LIMIT);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
