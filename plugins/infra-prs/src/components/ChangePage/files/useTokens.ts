import { useEffect, useReducer } from 'react';
import { colourBlock, tokensOf } from './colourBlock';
import type { Token } from './colourText';
import { DiffLanguage } from './languageOf';
import { DiffBlock } from './parsePatch';

/** Tokens of the lines of a block; undefined while they are plain text. */
export function useTokens(
  block: DiffBlock,
  language: DiffLanguage | undefined,
): readonly Token[][] | undefined {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const tokens = language && tokensOf(block);
  useEffect(() => {
    if (!language || tokens) return undefined;
    let gone = false;
    colourBlock(block, language).then(() => {
      if (!gone) redraw();
    });
    return () => {
      gone = true;
    };
  }, [block, language, tokens]);
  return tokens;
}
