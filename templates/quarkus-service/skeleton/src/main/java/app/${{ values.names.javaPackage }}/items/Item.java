package app.${{ values.names.javaPackage }}.items;

import java.time.Instant;

/** An item as it is kept and answered. */
public record Item(String id, String name, int quantity, Instant createdAt) {}
