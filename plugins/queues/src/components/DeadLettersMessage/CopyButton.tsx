import { useState } from 'react';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';

/** Puts a text onto the clipboard and says so. */
export function CopyButton(props: { label: string; text: string }) {
  const { label, text } = props;
  const [state, setState] = useState<'copied' | 'failed'>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      // No clipboard without https, or the person forbade it.
      setState('failed');
    }
  };
  const words = { copied: 'Copied', failed: 'The browser did not allow it' };
  return (
    <Tooltip title={state ? words[state] : label}>
      <IconButton
        size="small"
        aria-label={state ? `${label}: ${words[state]}` : label}
        onClick={copy}
        onBlur={() => setState(undefined)}
        onMouseLeave={() => setState(undefined)}
      >
        {state === 'copied' ? (
          <RiCheckLine size={16} aria-hidden />
        ) : (
          <RiFileCopyLine size={16} aria-hidden />
        )}
      </IconButton>
    </Tooltip>
  );
}
