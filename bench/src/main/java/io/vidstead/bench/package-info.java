/**
 * Measurements of a built server, side by side with what it is compared with, on one machine and in alternation.
 *
 * <p>Each bench is a class with one public method {@code run}; it starts what it measures on loopback ports of its own,
 * with data folders of its own, is bounded in time, and removes what it made. It sees the server from outside only:
 * HTTP, processes and their CPU and memory in /proc. A bench that lacks its load generator or its counterpart says so
 * and leaves the figure out; it never invents one.
 */
@NullMarked
package io.vidstead.bench;

import org.jspecify.annotations.NullMarked;
