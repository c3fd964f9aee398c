import { CostItem } from './CostEstimate';
import { Pricing } from './Pricing';

/** Pods of one workload on EKS. */
export interface PricedPod {
  readonly name: string;
  /** File of the workload. */
  readonly file: string;
  /** Requested by each pod, in vCPU. */
  readonly cpu: number;
  /** Requested by each pod, in GiB. */
  readonly memory: number;
  readonly min: number;
  readonly max: number;
}

/** Of the node whose price the table holds. */
const NODE = { cpu: 2, memory: 8 } as const;

/** A pod takes the share of a node that its larger request takes: the other part is of no use to others. */
export function pricePod(pod: PricedPod, pricing: Pricing): CostItem {
  const { name, file, cpu, memory, min, max } = pod;
  const share = Math.max(cpu / NODE.cpu, memory / NODE.memory);
  const month = share * pricing.monthly('node');
  return {
    item: `Pods of ${name}`,
    resource: file,
    low: min * month,
    high: max * month,
    assumes: `${min} to ${max} pods that request ${cpu} vCPU and ${memory} GiB, as a share of m6i.large nodes, all month`,
  };
}
