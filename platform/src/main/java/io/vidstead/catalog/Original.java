package io.vidstead.catalog;

/** The file as its owner sent it. */
public record Original(String objectKey, long sizeBytes, String sha256) {}
