import { ComponentType } from 'react';
import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';
import { ChecksSection } from './sections/ChecksSection';
import { ConversationSection } from './sections/ConversationSection';
import { FilesSection } from './sections/FilesSection';
import { HistorySection } from './sections/HistorySection';
import { KubernetesSection } from './sections/KubernetesSection';
import { OverviewSection } from './sections/OverviewSection';
import { PlanSection } from './sections/PlanSection';

/** A part of the page with an address of its own; its panels are put together in `Content`. */
export interface ChangeSection {
  /** Last part of its path; the first section has none. */
  readonly id: string;
  readonly title: string;
  /** How many things wait there to be read. */
  count?(change: ChangeRequestDetail): number;
  readonly Content: ComponentType<{ readonly change: ChangeRequestDetail }>;
}

/** The sections of a change's page, in the order of their tabs. */
export const CHANGE_SECTIONS: readonly ChangeSection[] = [
  { id: '', title: 'Overview', Content: OverviewSection },
  { id: 'plan', title: 'Plan', Content: PlanSection },
  { id: 'kubernetes', title: 'Kubernetes', Content: KubernetesSection },
  {
    id: 'files',
    title: 'Files',
    count: ({ fileTotals }) => fileTotals.count,
    Content: FilesSection,
  },
  {
    id: 'conversation',
    title: 'Conversation',
    Content: ConversationSection,
  },
  {
    id: 'checks',
    title: 'Checks',
    count: ({ checkRuns }) => checkRuns.length,
    Content: ChecksSection,
  },
  { id: 'history', title: 'History', Content: HistorySection },
];
