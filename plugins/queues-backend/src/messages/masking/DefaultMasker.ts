import { GuardedPatterns } from './GuardedPatterns';
import { MaskedText, Masker } from './Masker';
import { createSecretFields } from './secretFields';
import { maskSecrets } from './secretPatterns';

/** Config below `slipway.queues.masking`. */
export interface MaskingOptions {
  readonly defaults: boolean;
  readonly fields: readonly string[];
  readonly patterns: readonly string[];
}

/** {@link Masker} with the common secrets and those of the config. */
export class DefaultMasker implements Masker {
  readonly isSecret: (field: string) => boolean;
  readonly #defaults: boolean;
  readonly #patterns: GuardedPatterns;

  /** @throws InputError naming the config key of a pattern that cannot be used. */
  static create(options: MaskingOptions): DefaultMasker {
    return new DefaultMasker(options);
  }

  private constructor(options: MaskingOptions) {
    this.isSecret = createSecretFields(options);
    this.#defaults = options.defaults;
    this.#patterns = GuardedPatterns.create(
      options.patterns,
      'slipway.queues.masking.patterns',
    );
  }

  maskText(text: string): MaskedText {
    return this.#defaults ? maskSecrets(text) : { text, masked: 0 };
  }

  maskShown(text: string): MaskedText {
    return this.#patterns.mask(text);
  }
}
