/** Tells browsers which queues have other numbers now. */
export interface QueueChanges {
  /** Notes that the numbers, or a redrive, of these queues (ARNs) changed; browsers hear of it within a second. */
  changed(arns: Iterable<string>): void;
}
