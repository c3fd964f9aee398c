import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';

/** Says that what is on the screen is no longer what counts. */
export function MovedAlert(props: {
  what: 'plan' | 'files' | 'manifests';
  /** Undefined while the new one is not there yet. */
  onFollow: (() => void) | undefined;
}) {
  const { what, onFollow } = props;
  const [are, one] = what === 'plan' ? ['is', 'plan'] : ['are', what];
  return (
    <Alert
      severity="warning"
      variant="outlined"
      role="status"
      sx={{
        mb: 2,
        position: 'sticky',
        top: 0,
        zIndex: 2,
        bgcolor: 'background.paper',
      }}
      action={
        onFollow && (
          <Button size="small" color="inherit" onClick={onFollow}>
            Show the new {one}
          </Button>
        )
      }
    >
      {onFollow
        ? `The change moved on. What you see here ${are} no longer its ${one}.`
        : `The change moved on, and its new ${one} ${are} not there yet. What you see here no longer counts.`}
    </Alert>
  );
}
