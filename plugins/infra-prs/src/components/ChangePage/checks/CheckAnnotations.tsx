import { useState } from 'react';
import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { CheckAnnotation, safeText } from '@slipway/plugin-infra-prs-common';
import { anchorOf } from '../files/useLineAnchor';
import { useSectionPath } from '../useSectionPath';

/** Annotations that are shown before somebody asks for more. */
const SHOWN = 5;

/** What a check says of lines, each with the way into the differences. */
export function CheckAnnotations(props: {
  number: number;
  annotations: readonly CheckAnnotation[];
}) {
  const { number, annotations } = props;
  const files = useSectionPath(number)('files');
  const [all, setAll] = useState(false);
  if (annotations.length === 0) return null;
  const shown = all ? annotations : annotations.slice(0, SHOWN);
  return (
    <>
      <Box
        component="ul"
        aria-label="What it says of lines"
        sx={{ pl: 2, my: 0.5 }}
      >
        {shown.map(({ path, line, level, title, message }, index) => (
          <li key={index}>
            <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
              <Link
                to={`${files}${anchorOf({
                  path,
                  place: { path, side: 'RIGHT', line },
                })}`}
              >
                {safeText(path)}, line {line}
              </Link>
              {` · ${level}: `}
              {title && `${safeText(title)}. `}
              {safeText(message)}
            </Typography>
          </li>
        ))}
      </Box>
      {annotations.length > SHOWN && (
        <Button size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${annotations.length}`}
        </Button>
      )}
    </>
  );
}
