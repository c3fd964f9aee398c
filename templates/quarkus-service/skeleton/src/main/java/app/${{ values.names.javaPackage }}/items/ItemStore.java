package app.${{ values.names.javaPackage }}.items;

import java.util.Optional;

/** Keeps items. */
public interface ItemStore {
    /** Keeps an item; one with the same id stays as it was. */
    void save(Item item);

    Optional<Item> find(String id);
}
