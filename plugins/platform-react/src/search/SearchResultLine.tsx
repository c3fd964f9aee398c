import { ReactElement, ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import {
  ResultHighlight,
  SearchDocument,
} from '@backstage/plugin-search-common';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';

/** What search gives to whoever draws a result. @public */
export interface SearchResultProps {
  readonly result?: SearchDocument;
  readonly highlight?: ResultHighlight;
  readonly icon?: ReactElement;
}

/** A result of a search in two lines: its title with chips, and facts; those that are empty are left out. @public */
export function SearchResultLine(
  props: Omit<SearchResultProps, 'result'> & {
    title: string;
    location: string;
    chips?: ReactNode;
    facts: readonly ReactNode[];
  },
) {
  const { title, location, highlight, icon, chips, facts } = props;
  return (
    <Box
      component="span"
      sx={{ display: 'flex', gap: 2, py: 1, width: '100%' }}
    >
      <Box component="span" sx={{ color: 'text.secondary', mt: 0.25 }}>
        {icon}
      </Box>
      <Box component="span" sx={{ minWidth: 0 }}>
        <Box
          component="span"
          sx={{ display: 'flex', alignItems: 'center', gap: 1 }}
        >
          <Typography variant="h6" component="span" noWrap>
            <Link to={location} noTrack>
              <Title title={title} highlight={highlight} />
            </Link>
          </Typography>
          {chips}
        </Box>
        <Facts facts={facts} />
      </Box>
    </Box>
  );
}

function Title(props: { title: string; highlight?: ResultHighlight }) {
  const { title, highlight } = props;
  const marked = highlight?.fields.title;
  if (!highlight || !marked) return <>{title}</>;
  const { preTag, postTag } = highlight;
  return (
    <HighlightedSearchResultText
      text={marked}
      preTag={preTag}
      postTag={postTag}
    />
  );
}

function Facts({ facts }: { facts: readonly ReactNode[] }) {
  return (
    <Typography
      variant="body2"
      component="span"
      color="text.secondary"
      sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 0.75 }}
    >
      {facts.filter(Boolean).map((fact, index) => (
        <span key={index}>
          {index > 0 && '· '}
          {fact}
        </span>
      ))}
    </Typography>
  );
}
