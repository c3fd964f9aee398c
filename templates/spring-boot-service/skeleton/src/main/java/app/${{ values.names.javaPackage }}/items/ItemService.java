package app.${{ values.names.javaPackage }}.items;

{% if values.has.publishes or values.has.sends %}
import app.${{ values.names.javaPackage }}.publishing.EventPublisher;
{% endif %}
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What can be done with items. */
@Service
public class ItemService {
    private final ItemStore store;
{% if values.has.redis %}
    private final ItemCache cache;
{% endif %}
{% if values.has.publishes or values.has.sends %}
    private final EventPublisher events;
{% endif %}

    ItemService(ItemStore store{% if values.has.redis %}, ItemCache cache{% endif %}{% if values.has.publishes or values.has.sends %}, EventPublisher events{% endif %}) {
        this.store = store;
{% if values.has.redis %}
        this.cache = cache;
{% endif %}
{% if values.has.publishes or values.has.sends %}
        this.events = events;
{% endif %}
    }

    /**
     * Keeps a new item{% if values.has.publishes or values.has.sends %} and tells others about it{% endif %}. Comes out the same when it is done twice with the same id.
     */
    public Item create(String id, NewItem wanted) {
        // As exact as databases keep it.
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Item item = new Item(id, wanted.name().strip(), wanted.quantity(), now);
        store.save(item);
{% if values.has.publishes or values.has.sends %}
        events.publish("ItemCreated", "created-" + id, id, item);
{% endif %}
        return item;
    }

    public Optional<Item> find(String id) {
{% if values.has.redis %}
        return cache.get(id, () -> store.find(id));
{% else %}
        return store.find(id);
{% endif %}
    }
}
