package io.vidstead.notifications;

/** The ways in which somebody wants to be told. */
record Ways(boolean inApp, boolean email, boolean push) {}
