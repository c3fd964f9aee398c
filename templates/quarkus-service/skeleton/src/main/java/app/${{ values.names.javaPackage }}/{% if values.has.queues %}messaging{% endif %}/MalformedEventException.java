package app.${{ values.names.javaPackage }}.messaging;

/** A message that no retry makes readable: it ends in the dead-letter queue. */
public class MalformedEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedEventException(String message) {
        super(message);
    }

    public MalformedEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
