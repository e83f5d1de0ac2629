package io.vidstead.catalog;

import java.time.Duration;

/**
 * Where a video stands between the first byte of its upload and its full ladder.
 *
 * <pre>
 * Uploading → Queued → Probing → Publishing → Encoding → Finishing → Done
 *                ↑________|__________|            |           |       |
 *     (a lost worker's job starts again)          ↺ playable  |    Encoding (a later pass)
 * Failed from everywhere but Done; Failed → Queued when somebody tries again.
 * </pre>
 *
 * A state may always be entered again (every step is restartable), and what was playable stays playable.
 */
public sealed interface VideoState {

    /** How long the file of a video that never played is kept, so that its owner can read why, and act. */
    Duration REFUSED_FILE_KEPT = Duration.ofDays(7);

    /** Bytes are arriving. */
    record Uploading() implements VideoState {}

    /** The original is stored; no worker has taken it yet. */
    record Queued() implements VideoState {}

    /** A worker finds out what the file is. */
    record Probing() implements VideoState {}

    /** The first rendition is being made. */
    record Publishing() implements VideoState {}

    /** The ladder fills; {@code playable} once the first rendition can be watched. */
    record Encoding(boolean playable) implements VideoState {}

    /** All renditions are there, the last derivatives are being made. */
    record Finishing() implements VideoState {}

    record Done() implements VideoState {}

    /**
     * It will not go on by itself.
     *
     * @param code stable, for programs
     * @param detail one sentence for the owner
     * @param playable whether it was published before it failed; then it stays watchable as it is
     */
    record Failed(String code, String detail, boolean playable) implements VideoState {}

    default boolean playable() {
        return switch (this) {
            case Uploading _, Queued _, Probing _, Publishing _ -> false;
            case Encoding encoding -> encoding.playable;
            case Finishing _, Done _ -> true;
            case Failed failed -> failed.playable;
        };
    }

    /** Whether a worker has still something to do, or may yet get it. */
    default boolean unfinished() {
        return !(this instanceof Done || this instanceof Failed);
    }

    /** The stable name of the stage in the API and in the database. */
    default String stage() {
        return switch (this) {
            case Uploading _ -> "uploading";
            case Queued _ -> "queued";
            case Probing _ -> "probing";
            case Publishing _ -> "publishing";
            case Encoding _ -> "encoding";
            case Finishing _ -> "finishing";
            case Done _ -> "done";
            case Failed _ -> "failed";
        };
    }

    /** The coarse status: {@code uploading}, {@code processing}, {@code ready} (that is: playable) or {@code failed}. */
    default String status() {
        if (playable()) {
            return "ready";
        }
        return switch (this) {
            case Uploading _ -> "uploading";
            case Failed _ -> "failed";
            case Queued _, Probing _, Publishing _, Encoding _, Finishing _, Done _ -> "processing";
        };
    }

    default boolean mayBecome(VideoState next) {
        if (playable() && !next.playable()) {
            return false;
        }
        if (next.stage().equals(stage())) {
            return true;
        }
        return switch (this) {
            case Uploading _ -> next instanceof Queued || next instanceof Failed;
            case Queued _ -> next instanceof Probing || next instanceof Failed;
            case Probing _ -> next instanceof Queued || next instanceof Publishing || next instanceof Failed;
            case Publishing _ ->
                next instanceof Queued
                        || next instanceof Probing
                        || next instanceof Encoding
                        || next instanceof Finishing
                        || next instanceof Done
                        || next instanceof Failed;
            case Encoding _ -> next instanceof Finishing || next instanceof Done || next instanceof Failed;
            case Finishing _ -> next instanceof Encoding || next instanceof Done || next instanceof Failed;
            case Done _ -> next instanceof Encoding;
            case Failed _ -> next instanceof Queued || next instanceof Encoding;
        };
    }
}
