import Alert from '@mui/material/Alert';
import { RedrivePreview } from '@slipway/plugin-queues-common';

/** Of messages that are sent one by one. */
const SELECTED_RISK =
  'Each message is sent first and deleted from the dead-letter queue after that. If something fails in between, it arrives twice: consumers have to bear that';

/** What stands against a redrive, and what to think of before it starts. */
export function RedriveConcerns(props: {
  preview: RedrivePreview;
  selected: boolean;
}) {
  const { blockers, risks } = props.preview;
  return (
    <>
      {blockers.length > 0 && (
        <Alert severity="error" variant="outlined">
          <strong>It cannot start now.</strong>
          <Points texts={blockers} />
        </Alert>
      )}
      <Alert severity="warning" variant="outlined">
        <strong>Before you start</strong>
        <Points
          texts={[
            'Is the cause fixed? Messages that fail again come back here',
            ...risks,
            ...(props.selected ? [SELECTED_RISK] : []),
          ]}
        />
      </Alert>
    </>
  );
}

function Points({ texts }: { texts: readonly string[] }) {
  return (
    <ul style={{ margin: 0, paddingInlineStart: '1.2em' }}>
      {texts.map(text => (
        <li key={text}>{text.replace(/\.$/, '')}.</li>
      ))}
    </ul>
  );
}
