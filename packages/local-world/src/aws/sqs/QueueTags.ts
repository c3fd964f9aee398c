/** Tags of a queue, and whether it ever had one: the tagging API goes on listing resources that once were tagged. */
export class QueueTags extends Map<string, string> {
  #everTagged = false;

  get everTagged(): boolean {
    return this.#everTagged;
  }

  override set(key: string, value: string): this {
    this.#everTagged = true;
    return super.set(key, value);
  }
}
