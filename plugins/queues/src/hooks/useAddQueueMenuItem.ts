import { useNavigate } from 'react-router-dom';
import { useAddQueueForm } from './useAddQueueForm';

function reason(form: { to?: string; owned: boolean; loading: boolean }) {
  if (form.loading) return '';
  if (!form.to) return ': you may not create';
  return form.owned ? '' : ': only who owns the service can';
}

/** The line "Add a queue" of an entity's menu; says why when it cannot be used. */
export function useAddQueueMenuItem() {
  const form = useAddQueueForm();
  const navigate = useNavigate();
  const { to, owned } = form;
  return {
    title: `Add a queue${reason(form)}`,
    disabled: !to || !owned,
    onClick: () => {
      if (to) navigate(to);
    },
  };
}
