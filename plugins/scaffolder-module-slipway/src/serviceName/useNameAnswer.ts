import { useEffect, useState } from 'react';
import { useSlipwayQuery } from '@slipway/platform-react';
import { NameAnswer } from '../api/goldenPathSchemas';
import { useGoldenPathClient } from '../api/useGoldenPathClient';

const TYPING_MS = 300;

/** Whether a name is free; undefined until it is known, or when there is no name to ask for. */
export function useNameAnswer(
  name: string | undefined,
): NameAnswer | undefined {
  const client = useGoldenPathClient();
  const [settled, setSettled] = useState(name);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(name), TYPING_MS);
    return () => clearTimeout(timer);
  }, [name]);
  const { data } = useSlipwayQuery({
    name: 'slipway.name',
    subject: settled ?? '',
    enabled: Boolean(settled) && settled === name,
    refetchInterval: false,
    queryFn: context => client.checkName(settled ?? '', context),
  });
  return settled === name ? data : undefined;
}
