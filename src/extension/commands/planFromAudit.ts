import * as vscode from 'vscode';
import type { ThemeTexts } from '../../core/audit/audit.ts';
import { type AnsweredAudit, listAudits } from '../../core/audit/listAudits.ts';
import { type RankedStatement, rankAudit } from '../../core/audit/rankAudit.ts';
import { readAuditTexts } from '../../core/audit/readAuditTexts.ts';
import { statementText, themeName, whyWords } from '../../core/audit/surveyWords.ts';
import { displayText } from '../../core/entries/displayText.ts';
import type { LogEdit } from '../../core/log/logEdit.ts';
import { mostThings } from '../../core/plan/planState.ts';
import type { App } from '../app.ts';
import { askInTurn } from '../askInTurn.ts';
import { logEntry } from '../capture/logEntry.ts';
import { askCarrier } from '../plan/askCarrier.ts';
import { beginnings } from '../plan/beginnings.ts';
import { fitsPlan } from '../plan/fitsPlan.ts';
import { tellPlanned } from '../plan/tellPlanned.ts';
import type { Session } from '../session.ts';
import { needWritableSession } from './needSession.ts';

/** A statement of the audit that the team wants to get better at. */
interface Chosen {
  readonly title: string;
  readonly why: string;
}

/** Plans from the newest audit: at most three of its statements, each with a why, a first step, an owner and a day. */
export function planFromAudit(app: App) {
  return async (): Promise<void> => {
    const session = await needWritableSession(app);
    await session.log.load();
    const [audit] = listAudits(session.log.pages);
    if (audit === undefined) {
      await offerAudit();
      return;
    }
    const undo: LogEdit[] = [];
    for (const chosen of (await pickStatements(session, audit)) ?? []) {
      const edits = await planOne(session, audit, chosen);
      if (edits === undefined) {
        break;
      }
      undo.push(...edits);
    }
    if (undo.length > 0) {
      await tellPlanned(app, session, undo);
    }
  };
}

async function offerAudit(): Promise<void> {
  const begin = vscode.l10n.t('Begin an Audit');
  const sentence = vscode.l10n.t('There is no culture audit here yet to plan from.');
  if ((await vscode.window.showInformationMessage(sentence, begin)) === begin) {
    await vscode.commands.executeCommand('retrolog.auditCulture');
  }
}

/** The statements that were chosen, the weakest first. */
async function pickStatements(
  session: Session,
  audit: AnsweredAudit,
): Promise<readonly Chosen[] | undefined> {
  const body = await session.log.bodyOf(audit);
  const texts = readAuditTexts(body);
  const { to } = audit.audit.scale;
  const items = rankAudit(audit.audit).map((ranked) => ({
    ranked,
    label: displayText(statementText(ranked.id, audit.audit)),
    description: vscode.l10n.t('{0} of {1}', ranked.score, to),
    detail: ranked.statement === undefined ? '' : themeName(ranked.statement.theme),
  }));
  const chosen = await pickAtMost(items);
  return chosen?.map(({ ranked }) => ({
    title: statementText(ranked.id, audit.audit).replace(/\.$/, ''),
    why: whyOf(ranked, audit, ranked.statement && texts[ranked.statement.theme]),
  }));
}

function whyOf(
  { score }: RankedStatement,
  { date, audit }: AnsweredAudit,
  said: ThemeTexts | undefined,
): string {
  const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
  return whyWords(score, audit.scale.to, date, oneLine(said?.blocks ?? ''));
}

interface StatementItem extends vscode.QuickPickItem {
  readonly ranked: RankedStatement;
}

/** Lets choose up to three: a fourth is not taken. */
function pickAtMost(items: readonly StatementItem[]): Promise<readonly StatementItem[] | undefined> {
  const pick = vscode.window.createQuickPick<StatementItem>();
  pick.title = vscode.l10n.t('What do you want to get better at?');
  pick.placeholder = vscode.l10n.t('Choose at most {0}; the weakest comes first', mostThings);
  pick.canSelectMany = true;
  pick.matchOnDetail = true;
  pick.ignoreFocusOut = true;
  pick.items = items;
  pick.onDidChangeSelection((selected) => {
    if (selected.length > mostThings) {
      pick.selectedItems = selected.slice(0, mostThings);
      pick.title = vscode.l10n.t('With more than {0} at once, few get done', mostThings);
    }
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(items.filter((item) => pick.selectedItems.includes(item)));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** Asks for one thing and writes it; resolves to what takes it back, or to `undefined` where it was left. */
async function planOne(
  session: Session,
  audit: AnsweredAudit,
  { title, why }: Chosen,
): Promise<readonly LogEdit[] | undefined> {
  if (!(await fitsPlan(await session.log.plan(), title))) {
    return undefined;
  }
  const answers = await askInTurn([
    {
      title: vscode.l10n.t('Why this?'),
      prompt: displayText(title, 200),
      value: why,
    },
    {
      title: vscode.l10n.t('How do you begin?'),
      placeholder: displayText(title, 200),
      choices: beginnings(),
    },
  ]);
  const [reason = '', beginning] = answers ?? [];
  const draft =
    answers && (await askCarrier(session, beginning === 'action' ? 'action' : 'experiment', true));
  if (draft === undefined) {
    return undefined;
  }
  const carrier = await logEntry(session, { ...draft, body: reason, links: [audit.id] });
  const source = { path: audit.path, title: `${displayText(audit.title)}, ${audit.date}` };
  const { undo } = await session.log.apply({
    type: 'addToPlan',
    addition: { title, why: reason, carrier, source },
  });
  return [carrier.undo, ...(undo === undefined ? [] : [undo])];
}
