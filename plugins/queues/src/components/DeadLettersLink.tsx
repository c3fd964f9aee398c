import { Link } from '@backstage/core-components';
import Button from '@mui/material/Button';
import { useLocation } from 'react-router-dom';
import { deadLettersQuery } from '../hooks/useDeadLettersView';

/** Opens the messages of a dead-letter queue, on the Queues tab. */
export function DeadLettersLink(props: {
  environment: string;
  /** Name of the dead-letter queue. */
  queue: string;
}) {
  const { pathname, search } = useLocation();
  const parameters = new URLSearchParams(search);
  deadLettersQuery(props).forEach((value, key) => parameters.set(key, value));
  return (
    <Button
      component={Link}
      size="small"
      variant="outlined"
      sx={{ whiteSpace: 'nowrap' }}
      to={`${pathname}?${parameters}`}
      aria-label={`Look into ${props.queue}`}
    >
      Look into messages
    </Button>
  );
}
