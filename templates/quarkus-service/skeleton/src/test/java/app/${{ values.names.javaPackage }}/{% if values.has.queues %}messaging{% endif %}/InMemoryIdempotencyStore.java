package app.${{ values.names.javaPackage }}.messaging;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

class InMemoryIdempotencyStore implements IdempotencyStore {
    private final Map<String, Claim> claims = new ConcurrentHashMap<>();

    @Override
    public Claim claim(String eventId, Duration lock) {
        Claim before = claims.putIfAbsent(eventId, Claim.BUSY);
        return before == null ? Claim.GRANTED : before;
    }

    @Override
    public void complete(String eventId) {
        claims.put(eventId, Claim.DONE);
    }

    @Override
    public void release(String eventId) {
        claims.remove(eventId);
    }

    boolean has(String eventId) {
        return claims.containsKey(eventId);
    }
}
