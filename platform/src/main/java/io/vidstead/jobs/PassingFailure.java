package io.vidstead.jobs;

import io.vidstead.engines.objects.StorageFullException;
import io.vidstead.engines.objects.StoreAwayException;
import io.vidstead.engines.scan.ScannerUnavailableException;
import java.io.IOException;
import java.sql.SQLException;

/** Failures that are not the work's fault and are over some time: no room, no store, or no database. */
public final class PassingFailure {

    private PassingFailure() {}

    public static boolean is(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof StorageFullException
                    || cause instanceof StoreAwayException
                    || cause instanceof ScannerUnavailableException) {
                return true;
            }
            if (cause instanceof IOException files && StorageFullException.isMeantBy(files)) {
                return true;
            }
            if (cause instanceof SQLException sql) {
                String state = String.valueOf(sql.getSQLState());
                return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
            }
        }
        return false;
    }
}
