import { useSearchParams } from 'react-router-dom';
import { FiguresQuery } from '../../api/InfraPrsApi';

/** Days one can choose from. */
export const PERIODS = [7, 30, 90] as const;

/** Days within which a change that is taken back has failed, and what one can choose from. */
export const FAILURE_DAYS = [1, 7, 30] as const;

/** What the figures are of, kept in the URL. */
export function useFigureFilters() {
  const [params, setParams] = useSearchParams();
  const days =
    PERIODS.find(period => String(period) === params.get('days')) ?? 30;
  const failureDays =
    FAILURE_DAYS.find(each => String(each) === params.get('failureDays')) ?? 7;
  const text = (name: string) => params.get(name) ?? undefined;
  const query: FiguresQuery = {
    days,
    failureDays,
    environment: text('environment'),
    template: text('template'),
    team: text('team'),
  };
  const set = (name: keyof FiguresQuery, value: string | undefined) =>
    setParams(
      before => {
        const after = new URLSearchParams(before);
        if (value === undefined) after.delete(name);
        else after.set(name, value);
        return after;
      },
      { replace: true },
    );
  return { query, set };
}
