/** Text without its secrets, and how many there were. */
export interface MaskedText {
  readonly text: string;
  readonly masked: number;
}

/** Hides secrets in what people get to see of messages. */
export interface Masker {
  /** Whether the value of a field of this name is hidden, whatever it looks like. */
  isSecret(field: string): boolean;
  /** Hides what looks like a secret. */
  maskText(text: string): MaskedText;
  /** Hides what the operator's own patterns match: once, on the text as it will be shown. */
  maskShown(text: string): MaskedText;
}
