import { contentCases } from './cases/contentCases';
import { deadLetterCases } from './cases/deadLetterCases';
import { fifoCases } from './cases/fifoCases';
import { messageCases } from './cases/messageCases';
import { metricCases } from './cases/metricCases';
import { moveTaskCases } from './cases/moveTaskCases';
import { queueCases } from './cases/queueCases';
import { taggingCases } from './cases/taggingCases';
import { ContractCases, ContractService } from './ContractSubject';

/** All cases of the contract, by service. */
export const allCases: Readonly<Record<ContractService, ContractCases>> = {
  SQS: {
    ...queueCases,
    ...messageCases,
    ...contentCases,
    ...deadLetterCases,
    ...fifoCases,
    ...moveTaskCases,
  },
  CloudWatch: metricCases,
  tagging: taggingCases,
};
