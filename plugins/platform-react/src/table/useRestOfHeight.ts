import { RefObject, useLayoutEffect, useState } from 'react';

/** Room below, as pages have at their sides. Pixels. */
const BELOW = 24;
/** In a low window the page scrolls too. Pixels. */
const LOWEST = 360;

/** Pixels from the top of an element to the end of the window, so that a long list scrolls in itself. @public */
export function useRestOfHeight(
  element: RefObject<HTMLElement>,
): number | undefined {
  const [height, setHeight] = useState<number>();
  // What is above may have grown with any change of the page.
  useLayoutEffect(() => {
    const measure = () => {
      const top = element.current?.getBoundingClientRect().top ?? 0;
      const rest = Math.round(window.innerHeight - Math.max(top, 0) - BELOW);
      setHeight(Math.max(LOWEST, rest));
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  });
  return height;
}
