/** US dollars of a month, from little use to much. */
export interface CostRange {
  readonly low: number;
  readonly high: number;
}

/** What one thing costs. */
export interface CostItem extends CostRange {
  /** In words: `Queue dev-orders`. */
  readonly name: string;
  /** Address of the resource, or path of the file. */
  readonly resource: string;
  /** What the two ends take for granted: `1 to 100 million requests`. */
  readonly assumes: string;
}

/** What an environment costs. */
export interface EnvironmentCost extends CostRange {
  readonly name: string;
  readonly region: string;
  /** Region whose prices were taken, where the table has none for its own. */
  readonly pricedAs?: string;
  readonly items: readonly CostItem[];
}

/** A monthly range from list prices; what is not in it is named. */
export interface CostEstimate {
  readonly currency: string;
  /** Day of the price table, ISO 8601. */
  readonly asOf: string;
  readonly total: CostRange;
  readonly environments: readonly EnvironmentCost[];
  readonly notEstimated: ReadonlyArray<{
    readonly name: string;
    readonly why: string;
  }>;
}
