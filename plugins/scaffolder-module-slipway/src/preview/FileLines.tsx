import { useEffect, useRef } from 'react';
import Box from '@mui/material/Box';

/** Text with line numbers; one line can be pointed at, and is scrolled to. */
export function FileLines(props: { text: string; line?: number }) {
  const lines = props.text.replace(/\n$/, '').split('\n');
  const pointed = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // Not to the centre: that would scroll the cards around it as well, which hide what is outside of them.
    pointed.current?.scrollIntoView?.({ block: 'nearest' });
  }, [props.text, props.line]);
  return (
    <Box
      component="ol"
      sx={theme => ({
        m: 0,
        py: 1,
        pl: `${String(lines.length).length + 3}ch`,
        fontFamily: 'monospace',
        fontSize: theme.typography.caption.fontSize,
        lineHeight: 1.6,
        '& li::marker': { color: theme.palette.text.disabled },
      })}
    >
      {lines.map((line, index) => {
        const current = index + 1 === props.line;
        return (
          <Box
            component="li"
            key={index}
            ref={current ? pointed : undefined}
            aria-current={current ? 'location' : undefined}
            sx={{
              whiteSpace: 'pre',
              pl: 1,
              minHeight: '1.6em',
              bgcolor: current ? 'action.selected' : undefined,
              outline: current ? '1px solid' : undefined,
              outlineColor: 'primary.main',
            }}
          >
            {line}
          </Box>
        );
      })}
    </Box>
  );
}
