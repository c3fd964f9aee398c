import {
  RemixiconComponentType,
  RiAlertFill,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiQuestionFill,
} from '@remixicon/react';
import { StatusKind } from '@slipway/platform-react';
import { RiskLevel } from '../../board/boardQuery';

interface RiskLook {
  readonly label: string;
  readonly status: StatusKind;
  readonly icon: RemixiconComponentType;
  readonly color: string;
}

/** How a risk is drawn: never by colour alone. */
export const RISK_LOOKS: Readonly<Record<RiskLevel, RiskLook>> = {
  critical: {
    label: 'Critical',
    status: 'error',
    icon: RiCloseCircleFill,
    color: 'error.main',
  },
  warning: {
    label: 'Warning',
    status: 'warning',
    icon: RiAlertFill,
    color: 'warning.main',
  },
  ok: {
    label: 'OK',
    status: 'ok',
    icon: RiCheckboxCircleFill,
    color: 'success.main',
  },
  unknown: {
    label: 'Unknown',
    status: 'unknown',
    icon: RiQuestionFill,
    color: 'text.secondary',
  },
};
