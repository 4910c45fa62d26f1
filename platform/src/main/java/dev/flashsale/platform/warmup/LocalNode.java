package dev.flashsale.platform.warmup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;

/** This node, as its own HTTP client reaches it. */
public final class LocalNode {
    private static final int PATIENCE_MS = 10_000;

    private final String root;

    LocalNode(int port) {
        this.root = "http://127.0.0.1:" + port;
    }

    /** Sends GET; answers the status. */
    public int get(String path, Map<String, String> headers) throws IOException {
        return statusOf(open(path, headers));
    }

    /** Sends JSON by POST; answers the status. */
    public int post(String path, Map<String, String> headers, byte[] json) throws IOException {
        HttpURLConnection connection = open(path, headers);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(json.length);
        try (OutputStream body = connection.getOutputStream()) {
            body.write(json);
        }
        return statusOf(connection);
    }

    // the JDK's oldest client: it keeps connections alive, and costs less to warm up than what is measured through it
    private HttpURLConnection open(String path, Map<String, String> headers) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(root + path).toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MS);
        connection.setReadTimeout(PATIENCE_MS);
        connection.setRequestProperty("Accept", "application/json");
        headers.forEach(connection::setRequestProperty);
        return connection;
    }

    private static int statusOf(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        // an unread body would cost the connection
        try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            if (body != null) {
                long unused = body.transferTo(OutputStream.nullOutputStream());
            }
        }
        return status;
    }
}
