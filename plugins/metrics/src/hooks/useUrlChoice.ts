import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/**
 * A choice that is kept in the URL, so that a link shows the same to everybody. What is not among the choices is
 * ignored: the first choice, or `fallback`, is then meant.
 */
export function useUrlChoice<T extends string>(
  name: string,
  choices: readonly T[],
  fallback?: T,
): [T | undefined, (choice: T) => void] {
  const [parameters, setParameters] = useSearchParams();
  const wanted = parameters.get(name);
  const chosen =
    choices.find(choice => choice === wanted) ?? fallback ?? choices[0];
  const choose = useCallback(
    (choice: T) =>
      setParameters(
        current => {
          const next = new URLSearchParams(current);
          next.set(name, choice);
          return next;
        },
        { replace: true },
      ),
    [name, setParameters],
  );
  return [chosen, choose];
}
