import { memo } from 'react';
import { styled } from '@mui/material/styles';
import { CodeText } from './CodeText';
import { LinePlace, PlacedLine, placesOf } from './diffRows';
import { DiffLanguage } from './languageOf';
import { DiffView } from './useFileView';
import { useTokens } from './useTokens';

const SIGNS = { insert: '+', delete: '−', context: ' ' } as const;
const WORDS = { insert: 'Added line', delete: 'Removed line', context: 'Line' };

const Row = styled('div')({ display: 'flex', alignItems: 'stretch' });
const Cell = styled('div')({ display: 'flex', flex: '1 1 0', minWidth: 0 });
const Code = styled('span')({
  flex: 1,
  minWidth: 0,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
});
const Sign = styled('span')({ width: 18, textAlign: 'center', flex: 'none' });
const NumberButton = styled('button')(({ theme }) => ({
  flex: 'none',
  width: 52,
  border: 0,
  padding: '0 8px',
  background: 'none',
  font: 'inherit',
  textAlign: 'right',
  cursor: 'pointer',
  color: theme.palette.text.secondary,
  '&:hover': { color: theme.palette.text.primary },
  '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
}));
const PlainNumber = styled('span')(({ theme }) => ({
  flex: 'none',
  width: 52,
  padding: '0 8px',
  textAlign: 'right',
  color: theme.palette.text.secondary,
}));

interface LineProps {
  readonly path: string;
  readonly language: DiffLanguage | undefined;
  /** The place that the URL names, if it is on this row. */
  readonly chosen: boolean;
  /** Without it lines cannot be chosen. */
  onChoose?(place: LinePlace): void;
}

function LineNumber(props: {
  at: PlacedLine | undefined;
  place: LinePlace | undefined;
  onChoose?(place: LinePlace): void;
}) {
  const { at, place, onChoose } = props;
  if (!at || !place) return <PlainNumber />;
  if (!onChoose) return <PlainNumber>{place.line}</PlainNumber>;
  const before = place.side === 'LEFT' && at.line.kind === 'context';
  return (
    <NumberButton
      type="button"
      // The number after names the line already.
      tabIndex={before ? -1 : 0}
      aria-label={`${WORDS[at.line.kind]} ${place.line}`}
      onClick={() => onChoose(place)}
    >
      {place.line}
    </NumberButton>
  );
}

function LineCode(props: {
  at: PlacedLine;
  language: DiffLanguage | undefined;
}) {
  const { block, index, line } = props.at;
  const tokens = useTokens(block, props.language)?.[index];
  return (
    <>
      <Sign aria-hidden>{SIGNS[line.kind]}</Sign>
      <Code>
        <CodeText text={line.text} tokens={tokens} />
        {line.noNewline && <em> (no new line at the end)</em>}
      </Code>
    </>
  );
}

type Sides = { readonly left?: PlacedLine; readonly right?: PlacedLine };

/** Both numbers, then the line. */
function Unified(props: LineProps & Sides) {
  const { left, right, path, chosen, onChoose } = props;
  const places = placesOf(path, props);
  const at = right ?? left;
  if (!at) return null;
  return (
    <Row className={`${at.line.kind}${chosen ? ' chosen' : ''}`}>
      <LineNumber
        at={left}
        place={places.find(({ side }) => side === 'LEFT')}
        onChoose={onChoose}
      />
      <LineNumber
        at={right}
        place={places.find(({ side }) => side === 'RIGHT')}
        onChoose={onChoose}
      />
      <LineCode at={at} language={props.language} />
    </Row>
  );
}

/** What was there, and beside it what came in its place. */
function Split(props: LineProps & Sides) {
  const { path, chosen, onChoose, language } = props;
  const places = placesOf(path, props);
  return (
    <Row className={chosen ? 'chosen' : undefined}>
      {(['left', 'right'] as const).map(name => {
        const at = props[name];
        const side = name === 'left' ? 'LEFT' : 'RIGHT';
        return (
          <Cell key={name} className={at ? at.line.kind : 'absent'}>
            <LineNumber
              at={at}
              place={places.find(place => place.side === side)}
              onChoose={onChoose}
            />
            {at && <LineCode at={at} language={language} />}
          </Cell>
        );
      })}
    </Row>
  );
}

function EitherRow({ view, ...props }: LineProps & Sides & { view: DiffView }) {
  return view === 'split' ? <Split {...props} /> : <Unified {...props} />;
}

/** One line of a difference. */
export const DiffLineRow = memo(EitherRow);
