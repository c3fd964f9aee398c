import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { tableSpecSchema } from '@slipway/platform-common';
import { issuesByPath } from '../inputs/issuesByPath';
import { TableDraft, tableDraft } from './tableDraft';

/** What each input of the editor is called. */
export const tableLabels: Readonly<Record<string, string>> = {
  partitionKey: 'Partition key',
  sortKey: 'Sort key',
  ttlAttribute: 'Expiry attribute',
  name: 'Name',
};

/** Keeps the form on its page while the table breaks a rule. */
export const validateTable: CustomFieldValidator<TableDraft> = (
  value,
  field,
) => {
  const draft = tableDraft(value);
  if (!draft) return;
  for (const [path, message] of issuesByPath(tableSpecSchema, draft)) {
    const [first, index, key] = path.split('.');
    field.addError(
      first === 'indexes' && key
        ? `Index ${Number(index) + 1}: ${tableLabels[key] ?? key} ${message}`
        : `Table: ${tableLabels[first] ?? first} ${message}`,
    );
  }
};
