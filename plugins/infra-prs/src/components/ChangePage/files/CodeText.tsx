import { memo } from 'react';
import { textPieces } from '@slipway/plugin-infra-prs-common';
import type { Token } from './colourText';

/** Longer lines are cut: no reader and no browser gets to their end. */
const LONGEST = 5_000;

function Pieces({ text }: { text: string }) {
  return (
    <>
      {textPieces(text).map((piece, index) =>
        piece.hidden ? (
          <span
            key={index}
            className="hidden-character"
            title="A character that hides or rearranges text"
          >
            {piece.text}
          </span>
        ) : (
          piece.text
        ),
      )}
    </>
  );
}

function PlainCodeText(props: {
  text: string;
  tokens: readonly Token[] | undefined;
}) {
  const { text, tokens } = props;
  if (text.length > LONGEST) {
    return (
      <>
        <Pieces text={text.slice(0, LONGEST)} />
        <em> … {text.length - LONGEST} more characters</em>
      </>
    );
  }
  if (!tokens) return <Pieces text={text} />;
  return (
    <>
      {tokens.map((token, index) =>
        token.kind ? (
          <span key={index} className={`t-${token.kind}`}>
            <Pieces text={token.text} />
          </span>
        ) : (
          <Pieces key={index} text={token.text} />
        ),
      )}
    </>
  );
}

/** One line of code: coloured once its tokens are there, and nothing in it hidden. */
export const CodeText = memo(PlainCodeText);
