package io.vidstead.realtime;

import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;

/** Why the server closes a socket; clients come back on all but {@link #SIGNED_OUT}, with another ticket. */
enum CloseCode {
    /** The server stops: come back after a random moment. */
    GOING_AWAY(1001, "going_away"),
    /** Frames that RFC 6455 does not know: unmasked, compressed without agreement, of no kind. */
    PROTOCOL_ERROR(1002, "protocol_error"),
    UNSUPPORTED(1003, "text_only"),
    /** More messages than are taken. */
    TOO_MANY_MESSAGES(1008, "too_many_messages"),
    TOO_BIG(1009, "too_big"),
    /** What was sent to it waited in too long a queue. */
    TOO_SLOW(4001, "too_slow"),
    /** Nothing was heard of it, not even answers to pings. */
    SILENT(4002, "silent"),
    /** Its sign-in ended. */
    SIGNED_OUT(4003, "signed_out");

    private final short code;
    private final String reason;

    CloseCode(int code, String reason) {
        this.code = (short) code;
        this.reason = reason;
    }

    /** Of a socket whose frames could not be read. */
    static CloseCode of(Throwable unreadable) {
        return unreadable instanceof CorruptedWebSocketFrameException corrupted
                        && corrupted.closeStatus().equals(WebSocketCloseStatus.PROTOCOL_ERROR)
                ? PROTOCOL_ERROR
                : TOO_BIG;
    }

    short code() {
        return code;
    }

    String reason() {
        return reason;
    }
}
