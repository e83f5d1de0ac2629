package io.vidstead.views;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

/**
 * A player tells that it plays. The first one comes when it begins, others every few seconds.
 *
 * @param sessionId the player's name for this playing of the video
 * @param playedSeconds how long it really played in this session so far
 * @param position where in the video it is, seconds
 * @param ended whether the end was reached
 */
record Heartbeat(
        @NotNull @Size(min = 1, max = 100) String sessionId,
        @NotNull @PositiveOrZero Double playedSeconds,
        @NotNull @PositiveOrZero Double position,
        @NotNull Boolean ended) {}
