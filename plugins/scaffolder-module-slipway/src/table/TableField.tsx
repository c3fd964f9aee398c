import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { tableSpecSchema } from '@slipway/platform-common';
import { RiAddLine } from '@remixicon/react';
import { FieldFrame } from '../inputs/FieldFrame';
import { formAnswers } from '../inputs/formAnswers';
import { Issues, issuesByPath } from '../inputs/issuesByPath';
import { NameInput } from '../inputs/NameInput';
import { IndexItem } from './IndexItem';
import { standardKey, TableDraft, tableDraft } from './tableDraft';
import { tableLabels } from './validateTable';

type Props = FieldExtensionComponentProps<TableDraft>;

const MAX_INDEXES = 5;

const HELP: Readonly<Record<string, string>> = {
  partitionKey: `Names each item. Empty for ${standardKey}.`,
  sortKey: 'Orders items of one key. Empty for none.',
  ttlAttribute: 'Holds when an item expires, in seconds since 1970.',
};

interface EditorProps {
  readonly draft: TableDraft;
  readonly problems: Issues;
  readonly disabled?: boolean;
  change(answers: TableDraft): void;
}

function Keys({ draft, problems, disabled, change }: EditorProps) {
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        alignItems: 'start',
        gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
      }}
    >
      {(['partitionKey', 'sortKey', 'ttlAttribute'] as const).map(key => (
        <NameInput
          key={key}
          label={tableLabels[key]}
          value={draft[key]}
          problem={problems.get(key)}
          help={HELP[key]}
          disabled={disabled}
          onChange={value => change({ [key]: value })}
        />
      ))}
    </Box>
  );
}

function Indexes({ draft, problems, disabled, change }: EditorProps) {
  const indexes = draft.indexes ?? [];
  return (
    <>
      {indexes.map((index, at) => (
        <IndexItem
          key={at}
          number={at + 1}
          draft={index}
          problem={key => problems.get(`indexes.${at}.${key}`)}
          disabled={disabled}
          change={answers =>
            change({ indexes: indexes.with(at, { ...index, ...answers }) })
          }
          remove={() => change({ indexes: indexes.toSpliced(at, 1) })}
        />
      ))}
      <Button
        variant="outlined"
        size="small"
        startIcon={<RiAddLine size={16} />}
        disabled={disabled || indexes.length >= MAX_INDEXES}
        onClick={() => change({ indexes: [...indexes, {}] })}
        sx={{ alignSelf: 'flex-start' }}
      >
        Add an index
      </Button>
    </>
  );
}

/** A DynamoDB table of the service, or none. @public */
export function TableField(props: Props) {
  const { formContext, formData, onChange, disabled } = props;
  const draft = tableDraft(formData);
  const { name, environments } = formAnswers(formContext?.formData);
  const editor = draft && {
    draft,
    disabled,
    problems: issuesByPath(tableSpecSchema, draft),
    change: (answers: TableDraft) => {
      const { indexes = [], ...next } = { ...draft, ...answers };
      onChange({
        ...next,
        partitionKey: next.partitionKey ?? standardKey,
        ...(indexes.length > 0 && { indexes }),
      });
    },
  };
  return (
    <FieldFrame field={props}>
      <FormControlLabel
        label={
          draft && name && environments.length > 0
            ? `A table: ${environments.map(env => `${env}-${name}`).join(', ')}`
            : 'A table of its own'
        }
        control={
          <Switch
            checked={draft !== undefined}
            disabled={disabled}
            onChange={(_, on) =>
              onChange(on ? { partitionKey: standardKey } : undefined)
            }
          />
        }
      />
      {editor && <Keys {...editor} />}
      {editor && <Indexes {...editor} />}
    </FieldFrame>
  );
}
