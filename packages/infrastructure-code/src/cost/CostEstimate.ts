/** US dollars of a month, from little use to much. */
export interface CostRange {
  readonly low: number;
  readonly high: number;
}

/** What one thing costs. */
export interface CostItem extends CostRange {
  /** In words: `Queue dev-orders`. */
  readonly item: string;
  /** Address of the resource, or path of the file. */
  readonly resource: string;
  /** What the two ends take for granted: `1 to 100 million requests`. */
  readonly assumes: string;
}

/** What an environment costs. */
export interface EnvironmentCost extends CostRange {
  readonly environment: string;
  readonly region: string;
  readonly items: readonly CostItem[];
}

/** A monthly range from list prices; what is not in it is named. */
export interface CostEstimate {
  readonly currency: string;
  /** Day of the price table, ISO 8601. */
  readonly asOf: string;
  /** What one must know of the figures. */
  readonly note: string;
  readonly total: CostRange;
  readonly environments: readonly EnvironmentCost[];
  /** `Data transfer: it depends on who calls whom` */
  readonly notEstimated: readonly string[];
}
