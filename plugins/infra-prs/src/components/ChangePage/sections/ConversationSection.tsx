import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';
import { ConversationPanel } from '../conversation/ConversationPanel';

/** What people say of the change. */
export function ConversationSection(props: { change: ChangeRequestDetail }) {
  return <ConversationPanel change={props.change} />;
}
