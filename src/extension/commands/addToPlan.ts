import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import type { PlanAddition } from '../../core/plan/addToPlan.ts';
import { type ThingState, thingWords } from '../../core/plan/planState.ts';
import type { App } from '../app.ts';
import { askInTurn } from '../askInTurn.ts';
import { logEntry } from '../capture/logEntry.ts';
import { askCarrier } from '../plan/askCarrier.ts';
import { beginnings } from '../plan/beginnings.ts';
import { fitsPlan } from '../plan/fitsPlan.ts';
import { tellPlanned } from '../plan/tellPlanned.ts';
import { needWritableSession } from './needSession.ts';

type Beginning = 'experiment' | 'action' | 'goal';

/** What the team chose, why, and how it begins. */
interface Choice {
  readonly title: string;
  readonly why: string;
  readonly beginning: Beginning;
}

/** Adds what the team chose to get better at to its plan, with the experiment or the action that it begins with. */
export function addToPlan(app: App) {
  return async (): Promise<void> => {
    const session = await needWritableSession(app);
    await session.log.load();
    const plan = await session.log.plan();
    const choice = await askThing(plan);
    if (choice === undefined || !(await fitsPlan(plan, choice.title))) {
      return;
    }
    const { title, why, beginning } = choice;
    const draft = beginning === 'goal' ? 'none' : await askCarrier(session, beginning);
    if (draft === undefined) {
      return;
    }
    const carrier = draft === 'none' ? undefined : await logEntry(session, draft);
    const addition: PlanAddition = { title, why, ...(carrier === undefined ? {} : { carrier }) };
    const { undo } = await session.log.apply({ type: 'addToPlan', addition });
    const edits = [carrier?.undo, undo].filter((edit) => edit !== undefined);
    await tellPlanned(app, session, edits);
  };
}

async function askThing(plan: readonly ThingState[]): Promise<Choice | undefined> {
  const answers = await askInTurn([
    {
      title: vscode.l10n.t('What do you want to get better at?'),
      placeholder: vscode.l10n.t('Type it in a few words, or choose what is in the plan'),
      choices: plan.map((state) => ({
        label: displayText(state.thing.title),
        description: thingWords(state),
        value: state.thing.title,
      })),
      typed: (text) => (text === '' ? undefined : { label: text, value: text }),
    },
    {
      title: vscode.l10n.t('Why this?'),
      prompt: vscode.l10n.t('What the team sees, in a sentence. Optional: press Enter to leave it out'),
    },
    {
      title: vscode.l10n.t('How do you begin?'),
      choices: [
        ...beginnings(),
        {
          value: 'goal',
          label: vscode.l10n.t('As a goal, for now'),
          description: vscode.l10n.t('what carries it comes later'),
        },
      ],
    },
  ]);
  const [title = '', why = '', beginning = 'goal'] = answers ?? [];
  return answers && { title, why, beginning: beginning as Beginning };
}
