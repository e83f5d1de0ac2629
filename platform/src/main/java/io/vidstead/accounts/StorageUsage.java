package io.vidstead.accounts;

import io.vidstead.kernel.UserId;

/** Knows what a user has stored; the feature that stores it provides the bean. */
public interface StorageUsage {

    long usedBytes(UserId user);
}
