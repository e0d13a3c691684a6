import * as vscode from 'vscode';
import { digestOfWeek } from '../../core/digest/digestOfWeek.ts';
import { displayText } from '../../core/entries/displayText.ts';
import type { OfferNode } from '../log/logNodes.ts';
import { momentQuestion, momentReason } from './momentWords.ts';

/** How the row of what is offered today looks. */
export function offerItem(node: OfferNode): vscode.TreeItem {
  const { label, description, tooltip, icon } = looksOf(node);
  const item = new vscode.TreeItem(label);
  item.id = `${node.session.root}:offer:${node.offer.kind}:${node.offer.occasion}`;
  item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor('descriptionForeground'));
  item.description = description;
  item.tooltip = tooltip;
  item.contextValue = `offer ${node.offer.kind}`;
  item.accessibilityInformation = { label: vscode.l10n.t('Offer: {0}', `${label}, ${description}`) };
  item.command = { command: 'retrolog.takeOffer', title: vscode.l10n.t('Accept'), arguments: [node] };
  return item;
}

interface Looks {
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly icon: string;
}

function looksOf({ offer, session }: OfferNode): Looks {
  if (offer.moment !== undefined) {
    const { what, about } = offer.moment;
    return {
      label: momentQuestion(what),
      description: displayText(about, 60),
      tooltip: [momentReason(what), vscode.l10n.t('Nothing is written before you log it.')].join(' '),
      icon: 'lightbulb',
    };
  }
  if (offer.kind === 'digest') {
    const { told } = digestOfWeek(session.log.entries, session.clock.today(session.log.team.timezone));
    return {
      label: vscode.l10n.t('Pass on what went well this week?'),
      description: told.length === 1 ? vscode.l10n.t('one entry') : vscode.l10n.t('{0} entries', told.length),
      tooltip: vscode.l10n.t(
        'The week’s wins, learnings and thanks as a text: for a chat, for a retro, or as a file in the log. Offered once a week, until somebody has put it into the log.',
      ),
      icon: 'megaphone',
    };
  }
  return {
    label: vscode.l10n.t('Be asked once a day?'),
    description: vscode.l10n.t('choose a time, or never'),
    tooltip: vscode.l10n.t(
      'At a time that you choose, one quiet question: “What did you learn today?” You will not be offered this again.',
    ),
    icon: 'bell',
  };
}
