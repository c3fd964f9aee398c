import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { EditorFrame } from '../inputs/EditorFrame';
import { NameInput } from '../inputs/NameInput';
import { IndexDraft } from './tableDraft';
import { tableLabels } from './validateTable';

interface Props {
  readonly number: number;
  readonly draft: IndexDraft;
  readonly disabled?: boolean;
  problem(key: string): string | undefined;
  change(answers: IndexDraft): void;
  remove(): void;
}

/** One global secondary index. */
export function IndexItem(props: Props) {
  const { number, draft, disabled, problem, change, remove } = props;
  return (
    <EditorFrame
      title={`Index ${number}`}
      actions={
        <Button
          size="small"
          color="inherit"
          disabled={disabled}
          onClick={remove}
          aria-label={`Remove index ${number}`}
        >
          Remove
        </Button>
      }
    >
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
        }}
      >
        {(['name', 'partitionKey', 'sortKey'] as const).map(key => (
          <NameInput
            key={key}
            label={tableLabels[key]}
            required={key !== 'sortKey'}
            value={draft[key]}
            problem={problem(key)}
            disabled={disabled}
            onChange={value => change({ [key]: value })}
          />
        ))}
      </Box>
    </EditorFrame>
  );
}
