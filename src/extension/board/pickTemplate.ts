import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import {
  builtInFamilies,
  type TemplateFamily,
  templateFamilies,
} from '../../core/templates/builtInTemplates.ts';
import type { Template } from '../../core/templates/template.ts';
import type { Session } from '../session.ts';
import { showPick } from '../showPrompt.ts';

interface TemplateItem extends vscode.QuickPickItem {
  readonly template?: Template;
}

const memoryKey = 'retrolog.template';

/** Asks for a template: the team's own first, then those that come along; the one that was used last is picked. */
export async function pickTemplate(session: Session, memory: vscode.Memento): Promise<Template | undefined> {
  const families = builtInFamilies();
  const own = session.log.templates;
  const last = memory.get<string>(memoryKey);
  const known = [...own, ...templateFamilies.flatMap((family) => families[family])];
  const first = known.find(({ key }) => key === last);
  const others = (templates: readonly Template[]): readonly TemplateItem[] =>
    templates.filter((template) => template !== first).map(itemOf);
  const chosen = await showPick<TemplateItem>(
    [
      ...(first === undefined ? [] : [separator(vscode.l10n.t('Used last')), itemOf(first)]),
      ...(own.length === 0 ? [] : [separator(vscode.l10n.t('Your team’s own')), ...others(own)]),
      ...templateFamilies.flatMap((family) => [separator(familyName(family)), ...others(families[family])]),
    ],
    {
      title: vscode.l10n.t('Start a retro (1 of 2)'),
      placeHolder: vscode.l10n.t('Which template? Type what it is for'),
      matchOnDetail: true,
      matchOnDescription: true,
    },
  );
  if (chosen?.template !== undefined) {
    await memory.update(memoryKey, chosen.template.key);
  }
  return chosen?.template;
}

function itemOf(template: Template): TemplateItem {
  return {
    label: displayText(template.name),
    description: displayText(template.columns.map(({ title }) => title).join(', ')),
    detail: displayText(template.purpose),
    template,
  };
}

function separator(label: string): TemplateItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function familyName(family: TemplateFamily): string {
  switch (family) {
    case 'lookingBack':
      return vscode.l10n.t('Looking back');
    case 'pictures':
      return vscode.l10n.t('In pictures');
    case 'piecesOfWork':
      return vscode.l10n.t('A piece of work');
    case 'afterwards':
      return vscode.l10n.t('After something happened');
    case 'beforehand':
      return vscode.l10n.t('Before something begins');
    case 'teamAndCulture':
      return vscode.l10n.t('Team and culture');
  }
}
