import * as vscode from 'vscode';
import type { NudgeWishes } from '../../core/nudges/gate.ts';
import { minuteOfDay } from '../../core/nudges/timeOfDay.ts';
import { isOn } from '../settingOf.ts';

/** What this person's settings say of being asked. A time that cannot be read is none. */
export function nudgeWishes(): NudgeWishes {
  const configuration = vscode.workspace.getConfiguration('retrolog');
  const question = minuteOfDay(configuration.get('dailyQuestion', 'never'));
  const isChosen = configuration.inspect('dailyQuestion')?.globalValue !== undefined;
  return {
    ...(question !== undefined && { question }),
    invitation: !isChosen,
    digest: isOn('offerDigest'),
    moments: isOn('offerMoments'),
  };
}
